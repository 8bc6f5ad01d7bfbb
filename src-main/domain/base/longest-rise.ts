/** Of things that changed places, those that need not be said to have moved. Pure. */
import { firstIndexWhere } from './by-halves.js';

/** As many of the items, in their order, as rise one above the other. */
export function longestRise<T>(items: readonly T[], heightOf: (item: T) => number): readonly T[] {
  /** The lowest item that ends a rise of each length, with the rise before it. */
  const ends: End<T>[] = [];
  for (const item of items) {
    const height = heightOf(item);
    const at = firstIndexWhere(ends.length, (length) => ends[length]!.height >= height);
    ends[at] = { item, height, before: ends[at - 1] ?? null };
  }
  const rise: T[] = [];
  for (let end = ends.at(-1) ?? null; end; end = end.before) rise.push(end.item);
  return rise.reverse();
}

interface End<T> {
  readonly item: T;
  readonly height: number;
  readonly before: End<T> | null;
}
