/**
 * The ledger prepared for being asked as of many days: what stands in a cell of the matrix is found
 * without looking at other cells, so a history can be played.
 */
import { type Id, lastDayOf, type PartialDate } from '../base/values.js';
import { dayOfPosition, latestFirst, successorsOf } from './ledger.js';
import {
  dismissedPairs,
  disputeOfEntry,
  type HeldStance,
  type StanceDispute,
  stancesHeld
} from './held-stances.js';
import type { Dismissal, Position } from '../briefing/entries.js';

interface Entry {
  readonly position: Position;
  /** First and past-last day in force, as text; '' is before every day, `null` never comes. */
  readonly from: string;
  readonly until: string | null;
}

export interface LedgerCell {
  readonly actor: Id;
  readonly issue: Id;
}

export class LedgerIndex {
  /** The days on which something changes, in order. */
  readonly days: readonly string[];
  readonly #cells = new Map<Id, Map<Id, Entry[]>>();
  readonly #dismissed: ReadonlyMap<string, Dismissal>;

  /** @param dismissals of the briefing; left out where nobody asks what contradicts. */
  constructor(positions: readonly Position[], dismissals: readonly Dismissal[] = []) {
    this.#dismissed = dismissedPairs(dismissals);
    const successors = successorsOf(positions);
    const days = new Set<string>();
    for (const position of [...positions].sort(latestFirst)) {
      const from = dayOfPosition(position) ?? '';
      if (from) days.add(from);
      const until = firstOf(successors.get(position.id));
      // One that was superseded before it began never stood.
      if (until === null || until > from) this.#add({ position, from, until });
    }
    this.days = [...days].sort();
  }

  #add(entry: Entry): void {
    const { actor, issue } = entry.position;
    const row = this.#cells.get(actor) ?? new Map<Id, Entry[]>();
    this.#cells.set(actor, row);
    const cell = row.get(issue);
    if (cell) cell.push(entry);
    else row.set(issue, [entry]);
  }

  /** What the actor holds on the issue at the end of the day, the latest if several; `null` day: as last known. */
  at(actor: Id, issue: Id, day: PartialDate | null): Position | null {
    const cell = this.#cells.get(actor)?.get(issue);
    if (!cell) return null;
    const last = day === null ? null : lastDayOf(day);
    return cell.find((entry) => isInForce(entry, last))?.position ?? null;
  }

  /** All that the actor holds on the issue at the end of the day, the latest first. */
  allAt(actor: Id, issue: Id, day: PartialDate | null): readonly Position[] {
    const cell = this.#cells.get(actor)?.get(issue) ?? [];
    const last = day === null ? null : lastDayOf(day);
    return cell.filter((entry) => isInForce(entry, last)).map(({ position }) => position);
  }

  /** The latest of what the entry superseded in its cell; `null` for nothing that ever stood. */
  before({ actor, issue, supersedes }: Position): Position | null {
    if (supersedes.length === 0) return null;
    const cell = this.#cells.get(actor)?.get(issue) ?? [];
    return cell.find(({ position }) => supersedes.includes(position.id))?.position ?? null;
  }

  /** On which issues the actor has any entry. */
  issuesOf(actor: Id): readonly Id[] {
    return [...(this.#cells.get(actor)?.keys() ?? [])];
  }

  /** The days on which what is in force in the cell may change, in no order; none where at most one entry ever stood in it. */
  daysOf(actor: Id, issue: Id): readonly string[] {
    const cell = this.#cells.get(actor)?.get(issue) ?? [];
    return cell.length < 2 ? [] : [...new Set(cell.map(({ from }) => from || '0000'))];
  }

  /** Every stance that the actor holds on the issue at the end of the day, the latest first. */
  heldAt(actor: Id, issue: Id, day: PartialDate | null): readonly HeldStance[] {
    return stancesHeld(this.allAt(actor, issue, day), this.#dismissed);
  }

  /** Whether anything that is in force at the end of the day contradicts the entry, which is. */
  disputeOf(entry: Position, day: PartialDate | null): StanceDispute {
    return disputeOfEntry(entry, this.allAt(entry.actor, entry.issue, day), this.#dismissed);
  }

  /** All that is in force at the end of the day, cell by cell, in each the latest first. */
  asOf(day: PartialDate | null): readonly Position[] {
    const last = day === null ? null : lastDayOf(day);
    const found: Position[] = [];
    for (const row of this.#cells.values()) {
      for (const cell of row.values()) {
        for (const entry of cell) if (isInForce(entry, last)) found.push(entry.position);
      }
    }
    return found;
  }

  /** The cells in which anything was ever recorded. */
  get cells(): readonly LedgerCell[] {
    return [...this.#cells].flatMap(([actor, row]) =>
      [...row.keys()].map((issue) => ({ actor, issue }))
    );
  }
}

/** The cells in which what is in force contradicts itself, and nobody has dismissed that. */
export function disputedCellsOf({
  positions,
  dismissals
}: {
  readonly positions: readonly Position[];
  readonly dismissals: readonly Dismissal[];
}): readonly LedgerCell[] {
  const ledger = new LedgerIndex(positions, dismissals);
  return ledger.cells.filter(({ actor, issue }) =>
    ledger.allAt(actor, issue, null).some((entry) => ledger.disputeOf(entry, null) !== null)
  );
}

function isInForce({ from, until }: Entry, last: string | null): boolean {
  if (last === null) return until === null;
  return from <= last && (until === null || until > last);
}

/** The first day on which one of them counts; `null` when there are none. */
function firstOf(positions: readonly Position[] = []): string | null {
  let first: string | null = null;
  for (const position of positions) {
    const day = dayOfPosition(position) ?? '';
    if (first === null || day < first) first = day;
  }
  return first;
}
