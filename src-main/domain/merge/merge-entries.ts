/** Three-way merge of a list of entries with ids, such as cards: members, their fields, their order. */
import type { Id } from '../base/values.js';
import { mergeFields, same, type Clash } from './merge-value.js';

interface Identified {
  readonly id: Id;
}

export interface EntryClash<T> extends Clash {
  /** The entry as it is kept. */
  readonly entry: T;
}

export interface MergedEntries<T> {
  readonly entries: readonly T[];
  readonly clashes: readonly EntryClash<T>[];
}

/**
 * An entry that one side removed goes, unless the other side changed it: then it stays. `base` is
 * what both sides began with; `null` where that is not known, and then nothing goes.
 */
export function mergeEntries<T extends Identified>(
  base: readonly T[] | null,
  ours: readonly T[],
  theirs: readonly T[]
): MergedEntries<T> {
  const [began, our, their] = [byId(base ?? []), byId(ours), byId(theirs)];
  const clashes: EntryClash<T>[] = [];
  const merged = new Map<Id, T>();
  for (const id of orderOf(base, ours, theirs)) {
    const [was, a, b] = [began.get(id) ?? null, our.get(id), their.get(id)];
    if (a && b) {
      const { merged: entry, clashes: found } = mergeFields(was, a, b);
      merged.set(id, entry);
      clashes.push(...found.map((clash) => ({ ...clash, entry })));
    } else {
      const only = a ?? b;
      if (only && !(was && same(only, was))) merged.set(id, only);
    }
  }
  return { entries: [...merged.values()], clashes };
}

/** Of the side that moved entries, else ours; what only the other side has follows its predecessor there. */
function orderOf<T extends Identified>(
  base: readonly T[] | null,
  ours: readonly T[],
  theirs: readonly T[]
): readonly Id[] {
  const ids = (entries: readonly T[]) => entries.map(({ id }) => id);
  const moved = (entries: readonly T[]) => base !== null && !isOrdered(ids(entries), ids(base));
  const theirsLead = moved(theirs) && !moved(ours);
  const [lead, other] = theirsLead ? [ids(theirs), ids(ours)] : [ids(ours), ids(theirs)];
  const order = [...lead];
  other.forEach((id, index) => {
    if (order.includes(id)) return;
    const before = other.slice(0, index).findLast((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

/** Whether what both lists have stands in the same order. */
function isOrdered(a: readonly Id[], b: readonly Id[]): boolean {
  const inA = new Set(a);
  const inB = new Set(b);
  const common = b.filter((id) => inA.has(id));
  return a.filter((id) => inB.has(id)).every((id, index) => id === common[index]);
}

function byId<T extends Identified>(entries: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
