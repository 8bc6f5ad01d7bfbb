/**
 * Puts a deleted card, annotation or position back into a briefing that has changed since. Pure.
 *
 * Undo cannot do it: it would take the later edits back as well.
 */
import { orphaned, type Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { changeEvidence } from '../../../src-main/domain/briefing/evidence.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { mendBriefing } from '../../../src-main/domain/mend/mend-briefing.js';
import { carryAnnotations } from './carry-annotations.js';

/** The card at its place, and those of its annotations that are still without one at theirs. */
export function putCardBack(now: Briefing, before: Briefing, id: Id): Briefing {
  const card = before.cards.find((c) => c.id === id);
  if (!card || now.cards.some((c) => c.id === id)) return now;
  const targets = new Map(before.annotations.map((a) => [a.id, a.target]));
  const cards = now.cards.toSpliced(placeOf(id, idsOf(before.cards), idsOf(now.cards)), 0, card);
  const annotations = now.annotations.map((annotation) =>
    annotation.target.id === id
      ? { ...annotation, target: targets.get(annotation.id) ?? annotation.target }
      : annotation
  );
  return { ...now, cards, annotations };
}

/** The annotation, where its words stand now, and as evidence of the claims that rested on it. */
export function putAnnotationBack(now: Briefing, before: Briefing, id: Id): Briefing {
  const annotation = before.annotations.find((a) => a.id === id);
  if (!annotation || now.annotations.some((a) => a.id === id)) return now;
  const place = placeOf(id, idsOf(before.annotations), idsOf(now.annotations));
  const annotations = now.annotations.toSpliced(place, 0, followed(annotation, now, before));
  const rested = new Map<Id, readonly Id[]>();
  changeEvidence(before, (evidence, claim) => {
    if (evidence.includes(id)) rested.set(claim, evidence);
    return evidence;
  });
  return changeEvidence({ ...now, annotations }, (evidence, claim) => {
    const old = rested.get(claim);
    return old ? evidence.toSpliced(placeOf(id, old, evidence), 0, id) : evidence;
  });
}

/** The position, what it was superseded by, and the key judgements about it. */
export function putPositionBack(now: Briefing, before: Briefing, id: Id): Briefing {
  const gone = before.positions.find((each) => each.id === id);
  if (!gone || now.positions.some((each) => each.id === id)) return now;
  const followed = new Map(
    before.positions
      .filter(({ supersedes }) => supersedes.includes(id))
      .map((each) => [each.id, each.supersedes])
  );
  const kept = now.positions.map((each) => {
    const supersedes = followed.get(each.id);
    return supersedes ? { ...each, supersedes } : each;
  });
  const place = placeOf(id, idsOf(before.positions), idsOf(now.positions));
  const judged = before.keyJudgements.filter(({ about }) => about === id);
  // What has gone meanwhile is not led to.
  return mendBriefing({
    ...now,
    positions: kept.toSpliced(place, 0, gone),
    keyJudgements: [...now.keyJudgements, ...judged]
  }).briefing;
}

/** What became of it while its card changed or went. A source does not change. */
function followed(annotation: Annotation, now: Briefing, before: Briefing): Annotation {
  const isTarget = ({ id }: { readonly id: Id }) => id === annotation.target.id;
  const card = before.cards.find(isTarget);
  if (!card) return annotation;
  const current = now.cards.find(isTarget);
  if (!current) return orphaned(annotation);
  return carryAnnotations([annotation], card, current.body)[0] ?? annotation;
}

/** Behind the nearest entry before it that is still there, else first. */
function placeOf(id: Id, before: readonly Id[], now: readonly Id[]): number {
  const kept = before.slice(0, before.indexOf(id)).findLast((other) => now.includes(other));
  return kept === undefined ? 0 : now.indexOf(kept) + 1;
}

function idsOf(entries: readonly { readonly id: Id }[]): readonly Id[] {
  return entries.map(({ id }) => id);
}
