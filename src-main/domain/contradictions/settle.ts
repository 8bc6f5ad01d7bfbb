/**
 * What a person does with a contradiction, as edits of a briefing. What an entry of the ledger says is
 * never changed: only the lists grow in which it names others.
 */
import type { Id } from '../base/values.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';
import type { Briefing } from '../briefing/briefing.js';
import { newDismissal, type Position } from '../briefing/entries.js';
import { type FigureRule, isFork, pairDismissed, pairOf } from '../ledger/held-stances.js';
import type { Contradiction } from './find-contradictions.js';

/**
 * `later` replaces `earlier`, which stays in the history: whichever has the later date. The briefing
 * itself where they are not two entries of one actor on one issue.
 */
export function supersedePosition(briefing: Briefing, later: Id, earlier: Id): Briefing {
  if (!areOfOneCell(briefing, later, earlier)) return briefing;
  const parted = partContested(briefing.positions, later, earlier);
  return {
    ...briefing,
    positions: mapEntries(parted, (position) =>
      position.id === later && !position.supersedes.includes(earlier)
        ? { ...position, supersedes: [...position.supersedes, earlier] }
        : position
    )
  };
}

/**
 * Both stay in force, known to contradict each other. The briefing itself where they are not two entries
 * of one actor on one issue.
 */
export function contestPositions(briefing: Briefing, one: Id, other: Id): Briefing {
  if (!areOfOneCell(briefing, one, other)) return briefing;
  const positions = mapEntries(briefing.positions, (position) => {
    const opposite = position.id === one ? other : position.id === other ? one : null;
    if (opposite === null || position.contested.includes(opposite)) return position;
    return { ...position, contested: [...position.contested, opposite] };
  });
  return { ...briefing, positions };
}

/** As `contestPositions`; of a fork, which is marked so already, it is noted that a person says so. */
export function contestContradiction(
  briefing: Briefing,
  contradiction: Contradiction,
  now = new Date()
): Briefing {
  const { one, other } = contradiction;
  const contested = contestPositions(briefing, one, other);
  if (!areFork(briefing, one, other)) return contested;
  return dismissContradiction(contested, contradiction, 'Both stay in force.', now);
}

/** It is none, for a reason; it stays away until it is taken up again. */
export function dismissContradiction(
  briefing: Briefing,
  { kind, one, other, words }: Contradiction,
  reason: string,
  now = new Date()
): Briefing {
  const found = { about: one, rule: kind, words: words.join(' / ') };
  const dismissal = newDismissal('contradiction', found, now, { with: other, reason });
  return { ...briefing, dismissals: [...briefing.dismissals, dismissal] };
}

/** The figure `later` corrects the other one, or took its place; documents say so where they tell that. */
export function settleFigures(
  briefing: Briefing,
  { one, other, words }: Contradiction,
  later: Id,
  rule: FigureRule,
  now = new Date()
): Briefing {
  const about = later === one ? other : one;
  const found = { about, rule, words: words.join(' / ') };
  const reason = rule === 'change' ? 'It changed.' : 'One corrects the other.';
  const dismissal = newDismissal('contradiction', found, now, { with: later, reason });
  return { ...briefing, dismissals: [...briefing.dismissals, dismissal] };
}

/** It is open again, whether it was contested or dismissed. */
export function takeUpContradiction(
  briefing: Briefing,
  contradiction: Pick<Contradiction, 'kind' | 'one' | 'other'>
): Briefing {
  const pair = pairOf(contradiction);
  return {
    ...briefing,
    positions: areFork(briefing, contradiction.one, contradiction.other)
      ? briefing.positions
      : partContested(briefing.positions, contradiction.one, contradiction.other),
    dismissals: keepEntries(briefing.dismissals, (each) => pairDismissed(each) !== pair)
  };
}

function areFork({ positions }: Briefing, one: Id, other: Id): boolean {
  const [first, second] = [one, other].map((id) => positions.find((each) => each.id === id));
  return first !== undefined && second !== undefined && isFork(first, second);
}

function areOfOneCell({ positions }: Briefing, one: Id, other: Id): boolean {
  const [first, second] = [one, other].map((id) => positions.find((each) => each.id === id));
  return (
    one !== other &&
    first !== undefined &&
    first.actor === second?.actor &&
    first.issue === second.issue
  );
}

function partContested(positions: readonly Position[], one: Id, other: Id): readonly Position[] {
  return mapEntries(positions, (position) => {
    if (position.id !== one && position.id !== other) return position;
    const opposite = position.id === one ? other : one;
    const contested = keepEntries(position.contested, (id) => id !== opposite);
    return contested === position.contested ? position : { ...position, contested };
  });
}
