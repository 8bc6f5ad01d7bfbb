/** Questions to the position ledger. Entries are never changed: a later one supersedes an earlier one. */
import type { Briefing } from '../briefing/briefing.js';
import { type Id, firstDayOf, lastDayOf, type PartialDate } from '../base/values.js';
import type { Position, Statement } from '../briefing/entries.js';
import { firstPublished } from '../briefing/evidence.js';
import { mapEntries } from '../base/map-entries.js';
import { circlesOf } from '../base/find-circles.js';

/** From when an entry counts: when it took effect, else was said, else reported; `null` when undated. */
export function dateOfPosition({
  effective,
  said,
  reported
}: Pick<Position, 'effective' | 'said' | 'reported'>): PartialDate | null {
  return effective ?? said ?? reported;
}

/** The first day of that date. */
export function dayOfPosition(
  position: Pick<Position, 'effective' | 'said' | 'reported'>
): string | null {
  const date = dateOfPosition(position);
  return date === null ? null : firstDayOf(date);
}

/** Whether it counts by the end of the day; `null` is as last known. An undated entry counts as always known. */
export function isKnownBy(
  position: Pick<Position, 'effective' | 'said' | 'reported'>,
  day: PartialDate | null
): boolean {
  const since = dayOfPosition(position);
  return day === null || since === null || since <= lastDayOf(day);
}

/** The statements that count by the end of the day, as positions do; `null` is as last known. */
export function statementsAsOf(
  briefing: Pick<Briefing, 'statements' | 'annotations' | 'sources'>,
  day: PartialDate | null
): readonly Statement[] {
  if (day === null) return briefing.statements;
  return briefing.statements.filter(({ said, evidence }) =>
    isKnownBy({ effective: null, said, reported: said ?? firstPublished(briefing, evidence) }, day)
  );
}

/** With the day on which its evidence was first published, for each position that has no day of its own. */
export function withDaysOfEvidence(briefing: Briefing): Briefing {
  return {
    ...briefing,
    positions: mapEntries(briefing.positions, (position) => {
      if (dateOfPosition(position) !== null) return position;
      const reported = firstPublished(briefing, position.evidence);
      return reported === null ? position : { ...position, reported };
    })
  };
}

/** What of an entry tells when it is in force. */
type LedgerEntry = Pick<
  Position,
  'id' | 'actor' | 'issue' | 'effective' | 'said' | 'reported' | 'supersedes'
>;

/**
 * The entries in force at the end of `day`, latest first. `null` asks for the state as last known.
 * Superseded entries drop out once their successor counts.
 */
export function positionsAsOf<T extends LedgerEntry>(
  positions: readonly T[],
  day: PartialDate | null
): readonly T[] {
  const known = (p: T) => isKnownBy(p, day);
  const successors = successorsOf(positions);
  return positions.filter((p) => known(p) && !successors.get(p.id)?.some(known)).sort(latestFirst);
}

/** Every entry of one actor on one issue, latest first: the history behind a cell of the matrix. */
export function historyOf(
  positions: readonly Position[],
  actor: Id,
  issue: Id
): readonly Position[] {
  return positions.filter((p) => p.actor === actor && p.issue === issue).sort(latestFirst);
}

export interface MatrixRow {
  readonly actor: Briefing['actors'][number];
  /** One cell an issue, in the briefing's order; `null` where no position is known. */
  readonly cells: readonly (Position | null)[];
}

/** Actors × issues as of a day. Actors without any position are left out. */
export function positionMatrix(briefing: Briefing, day: PartialDate | null): readonly MatrixRow[] {
  const inForce = positionsAsOf(briefing.positions, day);
  const latest = new Map<string, Position>();
  for (const p of inForce) {
    const key = `${p.actor} ${p.issue}`;
    if (!latest.has(key)) latest.set(key, p);
  }
  return briefing.actors
    .filter((actor) => briefing.positions.some((p) => p.actor === actor.id))
    .map((actor) => ({
      actor,
      cells: briefing.issues.map((issue) => latest.get(`${actor.id} ${issue.id}`) ?? null)
    }));
}

/** The order of a history: by the day from which entries count, then as they were recorded. */
export function latestFirst(a: LedgerEntry, b: LedgerEntry): number {
  const dayA = dayOfPosition(a) ?? '';
  const dayB = dayOfPosition(b) ?? '';
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/** Which entry of the ledger follows which, as far as that can be. */

/**
 * The entries that supersede each entry, by its id. An entry follows only one of its own actor and
 * issue, and none that follows it in turn: such claims, which only foreign data can make, do not
 * count. So nothing ever drops out of its cell without something else that stands there.
 */
export function successorsOf<T extends LedgerEntry>(
  positions: readonly T[]
): ReadonlyMap<Id, readonly T[]> {
  const byId = new Map(positions.map((position) => [position.id, position]));
  const circles = circlesOf(positions, (position) => earlierOf(position, byId));
  const inCircle = new Set(circles.flat());
  const successors = new Map<Id, T[]>();
  for (const position of positions) {
    if (inCircle.has(position)) continue;
    for (const earlier of earlierOf(position, byId)) {
      const known = successors.get(earlier.id);
      if (known) known.push(position);
      else successors.set(earlier.id, [position]);
    }
  }
  return successors;
}

function earlierOf<T extends LedgerEntry>(position: T, byId: ReadonlyMap<Id, T>): readonly T[] {
  if (position.supersedes.length === 0) return nothing;
  return position.supersedes.flatMap((id) => {
    const earlier = byId.get(id);
    return earlier?.actor === position.actor && earlier.issue === position.issue ? earlier : [];
  });
}

const nothing: readonly never[] = [];
