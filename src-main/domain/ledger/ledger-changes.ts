/** What changed between two states of the ledger, named as an analyst names it. */
import { type Id, lastDayOf, type PartialDate } from '../base/values.js';
import type { LedgerCell, LedgerIndex } from './ledger-index.js';
import type { Position, Stance } from '../briefing/entries.js';

/** By how much an analyst will want to know them. */
export const changeKinds = [
  'reversed',
  'withdrawn',
  'hardened',
  'softened',
  'new',
  'newly-evidenced',
  'restated',
  'stale'
] as const;
/**
 * `new`: none was held before. `withdrawn`: none is held any more, or the actor denies it.
 * `reversed`: from support to opposition or back. `hardened`, `softened`: firmer or less firm, where
 * support and opposition are firmest, then conditional, then neutral and unclear. `newly-evidenced`:
 * the same stance on evidence that it did not have. `restated`: the same stance in other words, with
 * another date, status or confidence. `stale`: unchanged, and its review date has passed meanwhile.
 */
export type ChangeKind = (typeof changeKinds)[number];

export interface PositionChange {
  readonly kind: ChangeKind;
  readonly actor: Id;
  readonly issue: Id;
  readonly before: Position | null;
  readonly after: Position | null;
}

/** One side of a comparison. */
export interface HeldPosition {
  readonly position: Position;
  /** What its evidence says: the ids of annotations, or their words where two briefings are compared. */
  readonly evidence: readonly string[];
}

const firmness: Readonly<Record<Stance, number>> = {
  supports: 2,
  opposes: 2,
  conditional: 1,
  neutral: 0,
  unclear: 0
};

/** What changed in a cell; `null` for nothing. A day is the end of it; `null` asks without regard to review dates. */
function classifyChange(
  before: HeldPosition | null,
  after: HeldPosition | null,
  days: { readonly before: PartialDate | null; readonly after: PartialDate | null }
): ChangeKind | null {
  if (!before) return after ? 'new' : null;
  if (!after) return 'withdrawn';
  const [was, is] = [before.position, after.position];
  if ((was.status === 'denied') !== (is.status === 'denied')) {
    return is.status === 'denied' ? 'withdrawn' : 'new';
  }
  const byStance = classifyStance(was.stance, is.stance);
  if (byStance) return byStance;
  const sameTerms = was.stance === is.stance && was.condition === is.condition;
  if (sameTerms && after.evidence.some((words) => !before.evidence.includes(words))) {
    return 'newly-evidenced';
  }
  if (!sameTerms || isWordedAnew(was, is)) return 'restated';
  const overdue = isOverdue(is, days.after) && !isOverdue(was, days.before);
  return overdue ? 'stale' : null;
}

/** Whether the day by which its author wanted to look at it again has passed. */
export function isOverdue(
  { reviewBy }: Pick<Position, 'reviewBy'>,
  day: PartialDate | null
): boolean {
  return reviewBy !== null && day !== null && lastDayOf(reviewBy) < lastDayOf(day);
}

/** A ledger as of the end of a day; `null` is as last known. */
export interface LedgerState {
  readonly ledger: LedgerIndex;
  readonly day: PartialDate | null;
  /** What its evidence says, to be compared with the other state's; left out: the annotations' ids. */
  readonly evidenceOf?: (position: Position) => readonly string[];
}

/**
 * What changed from one state to another, cell by cell, in no order. The states may be of one ledger
 * or of two that name the same actors and issues alike.
 */
export function changesBetween(from: LedgerState, to: LedgerState): readonly PositionChange[] {
  return cellsOf(from.ledger, to.ledger).flatMap(({ actor, issue }) => {
    const before = from.ledger.at(actor, issue, from.day);
    const after = to.ledger.at(actor, issue, to.day);
    const days = { before: from.day, after: to.day };
    const kind = classifyChange(held(before, from), held(after, to), days);
    return kind ? [{ kind, actor, issue, before, after }] : [];
  });
}

function cellsOf(one: LedgerIndex, other: LedgerIndex): readonly LedgerCell[] {
  if (one === other) return one.cells;
  const known = new Set(one.cells.map(({ actor, issue }) => `${actor} ${issue}`));
  const more = other.cells.filter(({ actor, issue }) => !known.has(`${actor} ${issue}`));
  return [...one.cells, ...more];
}

function held(position: Position | null, state: LedgerState): HeldPosition | null {
  if (!position) return null;
  return { position, evidence: state.evidenceOf?.(position) ?? position.evidence };
}

function classifyStance(was: Stance, is: Stance): ChangeKind | null {
  if (firmness[was] === 2 && firmness[is] === 2) return was === is ? null : 'reversed';
  if (firmness[was] === firmness[is]) return null;
  return firmness[is] > firmness[was] ? 'hardened' : 'softened';
}

function isWordedAnew(was: Position, is: Position): boolean {
  const facts = ['statement', 'said', 'effective', 'reported', 'status', 'confidence'] as const;
  return (
    facts.some((name) => was[name] !== is[name]) ||
    was.attribution.join('\n') !== is.attribution.join('\n')
  );
}
