/**
 * Brings the annotations of a card up to date after typing, during which an open editor knows where
 * they are and nobody else needs to: worked out once for many keys. Pure; drops none.
 */
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import type { SourcePlaces } from '../../cards/card-marks.js';
import { carryAnnotations } from './carry-annotations.js';
import { placedInSource } from './place-in-source.js';

/**
 * @param before the briefing when its annotations were last up to date.
 * @param places where the editor has them in the card's text, also those that came with pasted words
 * from another card.
 */
export function settleCard(
  now: Briefing,
  before: Briefing,
  id: Id,
  places: SourcePlaces
): Briefing {
  const card = now.cards.find((c) => c.id === id);
  const old = before.cards.find((c) => c.id === id);
  if (!card || !old) return now;
  const settled = new Map<Id, Annotation>();
  const rest: Annotation[] = [];
  for (const annotation of now.annotations) {
    const { target } = annotation;
    const source = places.get(annotation.id);
    const isOwn = target.id === id;
    const isOrphan = target.selectors.position === null;
    const placed =
      source && (isOwn || isOrphan) && placedInSource(annotation, id, card.body, source);
    if (placed) settled.set(annotation.id, placed);
    else if (isOwn) rest.push(annotation);
  }
  for (const annotation of carryAnnotations(rest, old, card.body)) {
    settled.set(annotation.id, annotation);
  }
  const annotations = now.annotations.map((annotation) => settled.get(annotation.id) ?? annotation);
  const same = annotations.every((annotation, i) => annotation === now.annotations[i]);
  return same ? now : { ...now, annotations };
}
