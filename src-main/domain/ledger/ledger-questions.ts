/** What an analyst asks of the ledger as of a day: where it contradicts itself, is empty, or agrees. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id, PartialDate } from '../base/values.js';
import { dayOfPosition, positionsAsOf } from './ledger.js';
import { isOverdue } from './ledger-changes.js';
import type { LedgerCell, LedgerIndex } from './ledger-index.js';
import type { Position } from '../briefing/entries.js';

/** Entries of one actor on one issue that count from one day and differ in their stance. */
export interface Conflict extends LedgerCell {
  /** `null`: none of them is dated. */
  readonly day: string | null;
  readonly positions: readonly Position[];
}

/** Denials hold no stance, and so contradict nothing. */
export function conflictsAsOf(
  positions: readonly Position[],
  day: PartialDate | null
): readonly Conflict[] {
  const groups = new Map<string, Position[]>();
  for (const position of positionsAsOf(positions, day)) {
    if (position.status === 'denied') continue;
    const key = [position.actor, position.issue, dayOfPosition(position)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), position]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || new Set(group.map(({ stance }) => stance)).size < 2) return [];
    const { actor, issue } = first;
    return [{ actor, issue, day: dayOfPosition(first), positions: group }];
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
  readonly supporters: readonly Position[];
  /** The supporters on whose conditions the agreement hangs. */
  readonly conditional: readonly Position[];
}

/** At least two must be known to agree; one who is neutral or unclear does not. */
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
    const supporters = held.get(id) ?? [];
    const agreed = supporters.every(
      ({ stance }) => stance === 'supports' || stance === 'conditional'
    );
    if (!agreed || supporters.length < 2) return [];
    const conditional = supporters.filter(({ stance }) => stance === 'conditional');
    return [{ issue: id, supporters, conditional }];
  });
}

/** The entries in force that their author wanted to look at again before the day. */
export function overdueAsOf(ledger: LedgerIndex, day: PartialDate): readonly Position[] {
  return ledger.asOf(day).filter((position) => isOverdue(position, day));
}
