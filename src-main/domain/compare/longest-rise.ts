/**
 * As many of the numbers, in their order, as rise one after the other: of things that changed places,
 * those that need not be said to have moved. The numbers are distinct.
 */
export function longestRise(numbers: readonly number[]): readonly number[] {
  /** The least number that ends a rise of each length, with the rise before it. */
  const ends: End[] = [];
  for (const number of numbers) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]!.number < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = { number, before: ends[low - 1] ?? null };
  }
  const rise: number[] = [];
  for (let end: End | null = ends.at(-1) ?? null; end; end = end.before) rise.unshift(end.number);
  return rise;
}

interface End {
  readonly number: number;
  readonly before: End | null;
}
