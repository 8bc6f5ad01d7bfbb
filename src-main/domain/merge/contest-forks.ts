/**
 * Forks of the ledger: two people superseded the same entry, each without knowing of the other. Both
 * successors are in force until a third supersedes both, and the cell shows that. Pure.
 */
import { mapEntries } from '../base/map-entries.js';
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Position } from '../briefing/entries.js';
import { relationOf } from '../ledger/held-stances.js';

/**
 * Two stances that differ show as an open point by themselves. What would not, such as two conditions
 * for one stance, is marked as contested. `areApart`: whoever recorded one did not know the other.
 */
export function contestForks(
  merged: Briefing,
  areApart: (one: Id, other: Id) => boolean
): Briefing {
  const byId = new Map(merged.positions.map((position) => [position.id, position]));
  const superseded = new Set(merged.positions.flatMap(({ supersedes }) => supersedes));
  const cells = new Map<string, Position[]>();
  for (const position of merged.positions) {
    if (superseded.has(position.id) || position.supersedes.length === 0) continue;
    const cell = `${position.actor} ${position.issue}`;
    const others = cells.get(cell);
    if (others) others.push(position);
    else cells.set(cell, [position]);
  }
  const positions = mapEntries(merged.positions, (position) => {
    const others = (cells.get(`${position.actor} ${position.issue}`) ?? [])
      .filter((other) => other !== position && areApart(position.id, other.id))
      .filter((other) => !superseded.has(position.id) && isFork(position, other, byId))
      .map(({ id }) => id)
      .filter((id) => !position.contested.includes(id));
    if (others.length === 0) return position;
    return { ...position, contested: [...position.contested, ...others.toSorted()] };
  });
  return positions === merged.positions ? merged : { ...merged, positions };
}

/**
 * Two people settled a cell the opposite way, so that each entry supersedes the other: neither does then, and
 * the cell is open again. `areApart` as for `contestForks`.
 */
export function withoutOpposites(
  merged: Briefing,
  areApart: (one: Id, other: Id) => boolean
): Briefing {
  const supersededBy = new Map(merged.positions.map(({ id, supersedes }) => [id, supersedes]));
  const positions = mapEntries(merged.positions, (position) => {
    const { id, supersedes } = position;
    const isOpposite = (other: Id) =>
      supersededBy.get(other)?.includes(id) === true && areApart(id, other);
    if (!supersedes.some(isOpposite)) return position;
    return { ...position, supersedes: supersedes.filter((other) => !isOpposite(other)) };
  });
  return positions === merged.positions ? merged : { ...merged, positions };
}

function isFork(one: Position, other: Position, byId: ReadonlyMap<Id, Position>): boolean {
  if (one.actor !== other.actor || one.issue !== other.issue) return false;
  const differ = (['stance', 'condition', 'status'] as const).some(
    (field) => one[field] !== other[field]
  );
  if (!differ || relationOf(one, other, new Set()).relation !== 'compatible') return false;
  const before = predecessorsOf(one, byId);
  return [...predecessorsOf(other, byId)].some((id) => before.has(id));
}

function predecessorsOf(position: Position, byId: ReadonlyMap<Id, Position>): ReadonlySet<Id> {
  const found = new Set<Id>();
  const open = [...position.supersedes];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(byId.get(id)?.supersedes ?? []));
  }
  return found;
}
