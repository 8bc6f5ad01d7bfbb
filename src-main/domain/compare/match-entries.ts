/** Which entries of two lists are the same thing: by identity first, then by what makes them alike. */
import type { Id } from '../base/id.js';

interface Identified {
  readonly id: Id;
}

/** Asked in turn: a later test only sees what the earlier ones left over. */
export type Alike<T> = (before: T, after: T) => boolean;

/** The counterpart among `after` for those of `before` that have one. No entry is counterpart twice. */
export function matchEntries<T extends Identified>(
  before: readonly T[],
  after: readonly T[],
  ...tests: readonly Alike<T>[]
): ReadonlyMap<T, T> {
  const byId = new Map(after.map((entry) => [entry.id, entry]));
  const matches = new Map<T, T>();
  const taken = new Set<T>();
  const match = (entry: T, found: T | undefined) => {
    if (!found || taken.has(found)) return;
    matches.set(entry, found);
    taken.add(found);
  };
  for (const entry of before) match(entry, byId.get(entry.id));
  for (const isAlike of tests) {
    for (const entry of before) {
      if (matches.has(entry)) continue;
      match(
        entry,
        after.find((other) => !taken.has(other) && isAlike(entry, other))
      );
    }
  }
  return matches;
}
