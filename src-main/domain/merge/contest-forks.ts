/**
 * Forks of the ledger: two people superseded the same entry, each without knowing of the other. Both
 * successors are in force until a third supersedes both, and the cell shows that. Pure.
 */
import { mapEntries } from '../base/map-entries.js';
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Position } from '../briefing/entries.js';
import { relationOf } from '../ledger/held-stances.js';
import type { ThreeWay } from './merge-lists.js';

/**
 * Two stances that differ show as an open point by themselves. What would not, such as two conditions
 * for one stance, is marked as contested, once: a side that has both has seen them together.
 */
export function contestForks(merged: Briefing, { later, earlier }: ThreeWay<Briefing>): Briefing {
  const inOne = (one: Briefing, other: Briefing) => {
    const known = new Set(other.positions.map(({ id }) => id));
    return new Set(one.positions.map(({ id }) => id).filter((id) => !known.has(id)));
  };
  const [ofLater, ofEarlier] = [inOne(later, earlier), inOne(earlier, later)];
  if (ofLater.size === 0 || ofEarlier.size === 0) return merged;
  const byId = new Map(merged.positions.map((position) => [position.id, position]));
  const superseded = new Set(merged.positions.flatMap(({ supersedes }) => supersedes));
  const inForce = merged.positions.filter(({ id }) => !superseded.has(id));
  const rivals = new Map<Id, Id[]>();
  for (const one of inForce.filter(({ id }) => ofLater.has(id))) {
    for (const other of inForce.filter(({ id }) => ofEarlier.has(id))) {
      if (!isFork(one, other, byId)) continue;
      rivals.set(one.id, [...(rivals.get(one.id) ?? []), other.id]);
      rivals.set(other.id, [...(rivals.get(other.id) ?? []), one.id]);
    }
  }
  const positions = mapEntries(merged.positions, (position) => {
    const others = rivals.get(position.id);
    if (!others) return position;
    return { ...position, contested: [...new Set([...position.contested, ...others])] };
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
