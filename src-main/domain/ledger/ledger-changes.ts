/** What changed between two states of the ledger, named as an analyst names it. */
import { type Id, lastDayOf, type PartialDate } from '../base/values.js';
import { partsCorrected } from './corrections.js';
import { disputeOf, type HeldStance, holdSame, type StanceDispute } from './held-stances.js';
import type { LedgerCell, LedgerIndex } from './ledger-index.js';
import type { Position, Stance } from '../briefing/entries.js';

/** By how much an analyst will want to know them. */
export const changeKinds = [
  'reversed',
  'contested',
  'open',
  'withdrawn',
  'hardened',
  'softened',
  'new',
  'settled',
  'newly-evidenced',
  'restated',
  'corrected',
  'stale'
] as const;
/**
 * `new`: none was held before, or only what is in force still and does not contradict it. `contested`,
 * `open`: two stances in force contradict each other now, known to do so or as an open point; nothing
 * was given up. `settled`: of several stances in force one is left, or they contradict no more. `withdrawn`: none is held any more, or the actor denies it.
 * `reversed`: from support to opposition or back. `hardened`, `softened`: firmer or less firm, where
 * support and opposition are firmest, then conditional, then neutral and unclear. `newly-evidenced`:
 * the same stance on evidence that it did not have. `restated`: the same stance in other words, with
 * another date, status or confidence. `corrected`: the same words on the same evidence, in an entry that
 * supersedes another for its date or status alone. `stale`: unchanged, and its review date has passed meanwhile.
 */
export type ChangeKind = (typeof changeKinds)[number];

/** Of a stance, not only of its words or its evidence. */
export function changesStance(kind: ChangeKind): boolean {
  return !['restated', 'corrected', 'newly-evidenced', 'stale'].includes(kind);
}

export interface PositionChange {
  readonly kind: ChangeKind;
  readonly actor: Id;
  readonly issue: Id;
  /** What was held last, also where that came after the earlier side. Of one that is contested or open now the stance beside which the other stands; `null` of one that was corrected. */
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

/** What changed from one stance to another; `null` for nothing. A day is the end of it; `null` asks without regard to review dates. */
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
  if (is.supersedes.length > 0) {
    const corrected = partsCorrected(was, is, [before.evidence, after.evidence]);
    if (corrected?.some((part) => part !== 'review')) return 'corrected';
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
    const before = from.ledger.heldAt(actor, issue, from.day);
    const after = to.ledger.heldAt(actor, issue, to.day);
    const change = changeOfCell(before, after, from, to);
    return change ? [{ ...change, actor, issue }] : [];
  });
}

type Change = Pick<PositionChange, 'kind' | 'before' | 'after'>;

/** The weightiest change of a cell, whose stances are given with the latest first. */
function changeOfCell(
  before: readonly HeldStance[],
  after: readonly HeldStance[],
  from: LedgerState,
  to: LedgerState
): Change | null {
  const classified = (was: Position | null, is: Position | null): Change | null => {
    const days = { before: from.day, after: to.day };
    const kind = classifyChange(held(was, from), held(is, to), days);
    return kind && { kind, before: kind === 'corrected' ? null : was, after: is };
  };
  const [was = null, is = null] = [before[0]?.position, after[0]?.position];
  if (!is || (before.length <= 1 && after.length <= 1)) {
    const turn = is && classified(heldBetween(was, is, to), is);
    return turn?.before && changesStance(turn.kind) ? turn : classified(was, is);
  }
  const stays = (one: HeldStance, all: readonly HeldStance[]) =>
    all.find(({ position }) => holdSame(position, one.position));
  const came = after.find((each) => !stays(each, before));
  const gone = before.find((each) => !stays(each, after));
  if (came && gone) return classified(gone.position, came.position);
  if (came) {
    const dispute = disputeOf(came.beside);
    const rival = came.beside.find(({ relation }) => relation === dispute);
    if (dispute && rival) return { kind: dispute, before: rival.position, after: came.position };
    return { kind: 'new', before: null, after: came.position };
  }
  if (gone) return { kind: 'settled', before: gone.position, after: is };
  const [first, now] = [before, after].map(disputeIn) as [StanceDispute, StanceDispute];
  if (first !== now) {
    const [latest] = after;
    const rival = latest?.beside.find(({ relation }) => relation === now)?.position ?? was;
    return { kind: now ?? 'settled', before: rival, after: is };
  }
  return (
    after
      .flatMap((each) => classified(stays(each, before)?.position ?? null, each.position) ?? [])
      .sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind))[0] ?? null
  );
}

/** What came and went between the two sides, which neither tells: who opposed on Monday and supports on Tuesday. */
function heldBetween(was: Position | null, is: Position, { ledger }: LedgerState): Position | null {
  const before = ledger.before(is);
  if (!before || was === null) return before;
  const isThere = before.id !== was.id && ledger.before(before)?.id === was.id;
  return isThere && holdSame(was, is) ? before : null;
}

function disputeIn(held: readonly HeldStance[]): StanceDispute {
  return disputeOf(held.flatMap(({ beside }) => beside));
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
