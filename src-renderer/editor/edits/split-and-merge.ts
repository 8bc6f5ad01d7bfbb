/** One card into two, two into one; annotations go where their words go. Pure; drops none. */
import { orphaned, type Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Card } from '../../../src-main/domain/briefing/entries.js';
import { joinedReview } from '../../../src-main/domain/briefing/reviewed.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import {
  carryAnnotations,
  escapeMarkdownSigns,
  placedInSource,
  sourceOf
} from './carry-annotations.js';

const blankLines = /^(?:[^\S\n]*\n)*/;

/**
 * What stands from `at` (UTF-16 units of the Markdown) on gets a card of its own behind this one, of
 * the same kind. An annotation across the cut keeps its larger part, and is flagged.
 */
export function splitCard(briefing: Briefing, id: Id, at: number, newCard = newId()): Briefing {
  const index = briefing.cards.findIndex((c) => c.id === id);
  const card = briefing.cards[index];
  if (!card) return briefing;
  const start = at + (blankLines.exec(card.body.slice(at))?.[0].length ?? 0);
  const head: Card = { ...card, body: card.body.slice(0, at).trimEnd() };
  const tail: Card = { ...card, id: newCard, heading: '', body: card.body.slice(start) };
  const annotations = briefing.annotations.map((annotation) => {
    const source = annotation.target.id === id ? sourceOf(annotation, card.body) : null;
    if (!source) return annotation;
    const left = Math.min(source.end, at) - source.start;
    const right = source.end - Math.max(source.start, start);
    const whole = left <= 0 || right <= 0;
    const placed =
      right > left
        ? placedInSource(annotation, newCard, tail.body, {
            start: Math.max(0, source.start - start),
            end: source.end - start
          })
        : placedInSource(annotation, id, head.body, {
            start: source.start,
            end: Math.min(source.end, at)
          });
    return placed && !whole ? { ...placed, flag: 'changed' as const } : (placed ?? annotation);
  });
  return {
    ...briefing,
    cards: briefing.cards.toSpliced(index, 1, head, tail),
    annotations: settleRest(annotations, briefing.annotations, card, head.body)
  };
}

export interface MergedCards {
  readonly briefing: Briefing;
  /** Where in the Markdown the words of the second card begin. */
  readonly joint: number;
}

/**
 * The card with the one behind it at its end; `null` when there is none. A second heading becomes one
 * inside of the card. May grow longer than a card can be: the caller looks.
 */
export function mergeWithNext(briefing: Briefing, id: Id): MergedCards | null {
  const index = briefing.cards.findIndex((c) => c.id === id);
  const [card, next] = briefing.cards.slice(index, index + 2);
  if (index < 0 || !card || !next) return null;
  const head = card.body.trimEnd();
  const heading =
    card.heading.trim() !== '' && next.heading.trim() !== ''
      ? `## ${escapeMarkdownSigns(next.heading.replace(/\s+/g, ' '))}\n\n`
      : '';
  const skipped = blankLines.exec(next.body)?.[0].length ?? 0;
  const joint = head === '' ? 0 : head.length + 2;
  const body = `${head}${head === '' ? '' : '\n\n'}${heading}${next.body.slice(skipped)}`.trimEnd();
  const shift = joint + heading.length - skipped;
  const annotations = briefing.annotations.map((annotation): Annotation => {
    const { target } = annotation;
    if (target.id !== id && target.id !== next.id) return annotation;
    const isSecond = target.id === next.id;
    const source = sourceOf(annotation, isSecond ? next.body : card.body);
    const by = isSecond ? shift : 0;
    const placed =
      source &&
      placedInSource(annotation, id, body, { start: source.start + by, end: source.end + by });
    if (placed) return placed;
    return isSecond ? orphaned({ ...annotation, target: { ...target, id } }) : annotation;
  });
  const merged: Card = {
    ...card,
    heading: card.heading.trim() === '' ? next.heading : card.heading,
    body,
    // What nobody has confirmed stays so beside what somebody has.
    ...joinedReview(card, next)
  };
  return {
    briefing: {
      ...briefing,
      cards: briefing.cards.toSpliced(index, 2, merged),
      annotations: settleRest(annotations, briefing.annotations, card, body)
    },
    joint
  };
}

/** Those of the card that nobody placed follow its text by what the texts say. */
function settleRest(
  annotations: readonly Annotation[],
  before: readonly Annotation[],
  card: Card,
  body: string
): readonly Annotation[] {
  const rest = annotations.filter(
    (annotation, i) => annotation === before[i] && annotation.target.id === card.id
  );
  const carried = new Map(carryAnnotations(rest, card, body).map((one) => [one.id, one]));
  return annotations.map((annotation) => carried.get(annotation.id) ?? annotation);
}
