/** As `map`, but the list itself when nothing in it changed: saving and undo go by identity. */
export function mapEntries<T>(entries: readonly T[], change: (entry: T) => T): readonly T[] {
  const next = entries.map(change);
  return next.every((entry, index) => entry === entries[index]) ? entries : next;
}

/** As `filter`, likewise. */
export function keepEntries<T>(entries: readonly T[], isKept: (entry: T) => boolean): readonly T[] {
  return entries.every(isKept) ? entries : entries.filter(isKept);
}
