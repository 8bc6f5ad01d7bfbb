/**
 * Rows or columns of unequal size beside one another, of which only those in sight are drawn. Pure.
 * All lengths are CSS pixels.
 */

/** Where each track begins, and last where the last one ends: always one number more than tracks. */
export type Starts = readonly number[];

/** Numbers of tracks, end-exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function startsOf(sizes: readonly number[]): Starts {
  const starts = [0];
  let next = 0;
  for (const size of sizes) starts.push((next += size));
  return starts;
}

/** The tracks of which something lies between `from` and `to`, and `spare` more on either side. */
export function spanInSight(starts: Starts, from: number, to: number, spare: number): Span {
  const count = starts.length - 1;
  const first = firstBeyond(starts, from) - 1;
  // A track that only begins where the view ends is not in sight.
  const end = firstAtOrBeyond(starts, to);
  return {
    start: Math.min(count, Math.max(0, first - spare)),
    end: Math.max(0, Math.min(count, end + spare))
  };
}

/** The numbers of the span, and `always` wherever it lies: the keyboard's place is never taken away. */
export function withAlways({ start, end }: Span, always: number | null): readonly number[] {
  const numbers = Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
  if (always === null || (always >= start && always < end)) return numbers;
  return always < start ? [always, ...numbers] : [...numbers, always];
}

/** What is left empty before each of the drawn tracks, whose numbers ascend: where others are not drawn. */
export function gapsBefore(starts: Starts, drawn: readonly number[]): readonly number[] {
  return drawn.map((number, i) => {
    const before = drawn[i - 1];
    const end = before === undefined ? 0 : (starts[before + 1] ?? 0);
    return (starts[number] ?? 0) - end;
  });
}

/** How many tracks from `first` on fit into `length` wholly; at least one, so that a page always moves. */
export function fullTracks(starts: Starts, first: number, length: number): number {
  const from = starts[first] ?? 0;
  return Math.max(1, firstBeyond(starts, from + length) - 1 - first);
}

function firstBeyond(starts: Starts, place: number): number {
  return firstWhere(starts, (start) => start > place);
}

function firstAtOrBeyond(starts: Starts, place: number): number {
  return firstWhere(starts, (start) => start >= place);
}

/** By halves: `is` holds from some place on. The length where it never does. */
function firstWhere(starts: Starts, is: (start: number) => boolean): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(starts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
