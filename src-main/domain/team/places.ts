/** The order of a list as moves: which entries stand behind which others now. Pure. */
import type { Id } from '../base/values.js';
import { longestRise } from '../base/longest-rise.js';

export type Move = readonly [Id, after: Id | null];

/**
 * The fewest moves that bring `before` into the order of `after`, which names the same ids: each in turn,
 * behind what stands before it there.
 */
export function movesBetween(before: readonly Id[], after: readonly Id[]): readonly Move[] {
  const rank = new Map(before.map((id, index) => [id, index]));
  const staying = new Set(longestRise(after, (id) => rank.get(id) ?? -1));
  return after.flatMap((id, index): readonly Move[] =>
    staying.has(id) ? [] : [[id, after[index - 1] ?? null]]
  );
}

/** Ids that are not there move nothing, and what would stand behind one stays where it is. */
export function withMoves(ids: readonly Id[], moves: readonly Move[]): readonly Id[] {
  if (moves.length === 0) return ids;
  // A chain, so that a move costs the same however long the list is.
  const next = new Map<Id | null, Id | null>();
  const previous = new Map<Id, Id | null>();
  const link = (one: Id | null, other: Id | null) => {
    next.set(one, other);
    if (other !== null) previous.set(other, one);
  };
  ids.forEach((id, index) => {
    link(ids[index - 1] ?? null, id);
  });
  link(ids.at(-1) ?? null, null);
  for (const [id, after] of moves) {
    if (!next.has(id) || !next.has(after) || id === after) continue;
    link(previous.get(id) ?? null, next.get(id) ?? null);
    const behind = next.get(after) ?? null;
    link(after, id);
    link(id, behind);
  }
  const ordered: Id[] = [];
  for (let id = next.get(null) ?? null; id !== null; id = next.get(id) ?? null) ordered.push(id);
  return ordered;
}
