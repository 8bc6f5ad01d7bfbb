/** The figure to quote of several runs on a machine that others use too. */

/** The middle value; the lower middle of an even number. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('No runs to take a median of');
  return middle;
}

export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly runs: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function rowOf(what: string, unit: string, values: readonly number[]): Row {
  const round = (n: number) => Math.round(n * 100) / 100;
  return {
    what,
    unit,
    runs: values.length,
    min: round(Math.min(...values)),
    median: round(median(values)),
    max: round(Math.max(...values))
  };
}
