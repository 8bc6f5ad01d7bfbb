/** Three-way merge of lists: who is in them, and in which order. Pure. */

/** What both sides began with, and what they made of it: the side that was changed last first. */
export interface ThreeWay<T> {
  /** `null` where it is not known: then nothing counts as removed. */
  readonly base: T | null;
  readonly later: T;
  readonly earlier: T;
  /** Both were changed last at the same moment. */
  readonly isTied: boolean;
}

/**
 * All that either side has but what one of them removed, in the order of the side that moved entries;
 * where both or neither did, in that of the later one. What only the other has follows what it follows there.
 */
export function mergeSets<T>(
  { base, later, earlier, isTied }: ThreeWay<readonly T[]>,
  keyOf: (entry: T) => string
): readonly T[] {
  const began = new Set((base ?? []).map(keyOf));
  const keys = {
    base: base?.map(keyOf) ?? null,
    later: later.map(keyOf),
    earlier: earlier.map(keyOf)
  };
  const [inLater, inEarlier] = [new Set(keys.later), new Set(keys.earlier)];
  const isKept = (key: string) => (inLater.has(key) && inEarlier.has(key)) || !began.has(key);
  const entries = new Map([...earlier, ...later].map((entry) => [keyOf(entry), entry]));
  return orderOf({ ...keys, isTied }, isKept).flatMap((key) => entries.get(key) ?? []);
}

/** Of those that are kept, each once. */
export function orderOf<Key extends string>(
  { base, later, earlier, isTied }: ThreeWay<readonly Key[]>,
  isKept: (key: Key) => boolean
): readonly Key[] {
  const kept = (keys: readonly Key[]) => [...new Set(keys)].filter(isKept);
  const [began, a, b] = [base && kept(base), kept(later), kept(earlier)];
  const [hasAMoved, hasBMoved] = [a, b].map((keys) => began !== null && !isOrdered(keys, began));
  const aLeads = hasAMoved === hasBMoved ? !isTied || comesFirst(a, b) : hasAMoved === true;
  const [lead, other] = aLeads ? [a, b] : [b, a];
  const inLead = new Set(lead);
  const following = new Map<Key | null, Key[]>();
  let before: Key | null = null;
  for (const key of other) {
    if (inLead.has(key)) before = key;
    else following.set(before, [...(following.get(before) ?? []), key]);
  }
  return [
    ...(following.get(null) ?? []),
    ...lead.flatMap((key) => [key, ...(following.get(key) ?? [])])
  ];
}

/** Of one moment: more entries before fewer. */
function comesFirst(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length ? a.join(' ') > b.join(' ') : a.length > b.length;
}

/** Whether what both lists have stands in the same order. */
function isOrdered(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  const common = b.filter((key) => inA.has(key));
  return a.filter((key) => inB.has(key)).every((key, index) => key === common[index]);
}
