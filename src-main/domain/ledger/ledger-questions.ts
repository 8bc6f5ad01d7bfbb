/** What an analyst asks of the ledger as of a day: where it contradicts itself, is empty, or agrees. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id, PartialDate } from '../base/values.js';
import { dateOfPosition, dayOfPosition, latestFirst, positionsAsOf } from './ledger.js';
import { dismissedPairs, type Relation, relationOf } from './held-stances.js';
import { isOverdue } from './ledger-changes.js';
import type { LedgerCell, LedgerIndex } from './ledger-index.js';
import type { Position } from '../briefing/entries.js';

/** Two entries of one actor on one issue, both in force. */
export interface Dispute extends LedgerCell {
  readonly kind: ReturnType<typeof relationOf>['kind'];
  readonly relation: Relation;
  /** The earlier one. */
  readonly one: Position;
  readonly other: Position;
}

type Ledger = Pick<Briefing, 'positions' | 'dismissals'>;

/** Entries of one cell beyond which none more are compared. */
const mostInCell = 200;

/** Every pair in force at the end of the day that contradicts itself, settled or not, cell by cell. */
export function disputesAsOf(
  { positions, dismissals }: Ledger,
  day: PartialDate | null
): readonly Dispute[] {
  const dismissed = dismissedPairs(dismissals);
  const cells = new Map<string, Position[]>();
  for (const position of positionsAsOf(positions, day)) {
    const key = `${position.actor} ${position.issue}`;
    const known = cells.get(key);
    if (known) known.push(position);
    else cells.set(key, [position]);
  }
  return [...cells.values()].flatMap((cell) => {
    const inOrder = cell.toSorted(byTime).slice(0, mostInCell);
    return inOrder.flatMap((one, i) =>
      inOrder.slice(i + 1).flatMap((other): readonly Dispute[] => {
        const { kind, relation } = relationOf(one, other, dismissed);
        const { actor, issue } = one;
        return relation === 'compatible' ? [] : [{ actor, issue, kind, relation, one, other }];
      })
    );
  });
}

/** Ids tell the order in which entries came, so they come last. */
function byTime(a: Position, b: Position): number {
  const [first, second] = [a, b].map((each) => [
    dayOfPosition(each) ?? '',
    dateOfPosition(each) ?? '',
    each.statement,
    each.stance,
    each.id
  ]) as [string[], string[]];
  const at = first.findIndex((value, i) => value !== second[i]);
  return at < 0 ? 0 : (first[at] ?? '') < (second[at] ?? '') ? -1 : 1;
}

/** A cell in which entries in force contradict each other, and nobody has settled it. */
export interface Conflict extends LedgerCell {
  /** The latest first. */
  readonly positions: readonly Position[];
}

export function conflictsAsOf(briefing: Ledger, day: PartialDate | null): readonly Conflict[] {
  const cells = new Map<string, Set<Position>>();
  for (const { actor, issue, relation, one, other } of disputesAsOf(briefing, day)) {
    if (relation !== 'open') continue;
    const key = `${actor} ${issue}`;
    cells.set(key, (cells.get(key) ?? new Set()).add(one).add(other));
  }
  return [...cells.values()].flatMap((cell) => {
    const positions = [...cell].sort(latestFirst);
    const [first] = positions;
    return first ? [{ actor: first.actor, issue: first.issue, positions }] : [];
  });
}

/** The cells of the matrix in which nothing is known, of actors that hold any position at any time. */
export function gapsAsOf(
  briefing: Pick<Briefing, 'actors' | 'issues'>,
  ledger: LedgerIndex,
  day: PartialDate | null
): readonly LedgerCell[] {
  const actors = new Set(ledger.cells.map(({ actor }) => actor));
  return briefing.actors
    .filter(({ id }) => actors.has(id))
    .flatMap((actor) =>
      briefing.issues
        .filter((issue) => ledger.at(actor.id, issue.id, day) === null)
        .map((issue) => ({ actor: actor.id, issue: issue.id }))
    );
}

/** An issue on which every actor whose position is known supports, some perhaps on conditions. */
interface CommonGround {
  readonly issue: Id;
  /** The latest of each. */
  readonly supporters: readonly Position[];
  /** The entries on whose conditions the agreement hangs. */
  readonly conditional: readonly Position[];
}

/**
 * At least two must be known to agree; one who is neutral or unclear does not, nor one of whom another
 * stance is in force as well.
 */
export function commonGroundAsOf(
  briefing: Pick<Briefing, 'issues'>,
  ledger: LedgerIndex,
  day: PartialDate | null
): readonly CommonGround[] {
  const held = new Map<Id, Position[]>();
  for (const position of ledger.asOf(day)) {
    if (position.status === 'denied') continue;
    const known = held.get(position.issue);
    if (known) known.push(position);
    else held.set(position.issue, [position]);
  }
  return briefing.issues.flatMap(({ id }) => {
    const known = held.get(id) ?? [];
    const agreed = known.every(({ stance }) => stance === 'supports' || stance === 'conditional');
    const actors = new Set(known.map(({ actor }) => actor));
    if (!agreed || actors.size < 2) return [];
    const supporters = [...actors].flatMap(
      (each) => known.find(({ actor }) => actor === each) ?? []
    );
    const conditional = known.filter(({ stance }) => stance === 'conditional');
    return [{ issue: id, supporters, conditional }];
  });
}

/** The entries in force that their author wanted to look at again before the day. */
export function overdueAsOf(ledger: LedgerIndex, day: PartialDate): readonly Position[] {
  return ledger.asOf(day).filter((position) => isOverdue(position, day));
}
