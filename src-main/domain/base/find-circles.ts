/**
 * Entries that lead back to themselves. Pure.
 * @see Tarjan, Depth-first search and linear graph algorithms (1972), here without recursion.
 */

/**
 * The largest groups in which each entry leads to each other one, and single entries that lead to
 * themselves; none for entries that stand in no circle. Takes time in step with entries and references.
 */
export function circlesOf<T>(
  entries: readonly T[],
  nextOf: (entry: T) => readonly T[]
): readonly (readonly T[])[] {
  const found: (readonly T[])[] = [];
  const order = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const lower = (entry: T, to: number) => lowest.set(entry, Math.min(lowest.get(entry) ?? to, to));
  for (const start of entries) {
    if (order.has(start)) continue;
    const path: { readonly entry: T; readonly next: readonly T[]; at: number }[] = [];
    const enter = (entry: T) => {
      lowest.set(entry, order.size);
      order.set(entry, order.size);
      open.push(entry);
      isOpen.add(entry);
      path.push({ entry, next: nextOf(entry), at: 0 });
    };
    enter(start);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const { entry, next } = step;
      const to = next[step.at];
      step.at += 1;
      if (to !== undefined) {
        const seen = order.get(to);
        if (seen === undefined) enter(to);
        else if (isOpen.has(to)) lower(entry, seen);
        continue;
      }
      path.pop();
      const own = lowest.get(entry) ?? 0;
      const before = path.at(-1);
      if (before) lower(before.entry, own);
      if (own !== order.get(entry)) continue;
      const circle = open.splice(open.indexOf(entry));
      for (const each of circle) isOpen.delete(each);
      if (circle.length > 1 || next.includes(entry)) found.push(circle);
    }
  }
  return found;
}
