/** Pieces of text as they stand on a page. Points (1/72 inch); y grows upwards, as in PDF. */

export interface Piece {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** The font's size. */
  readonly size: number;
  readonly rightToLeft: boolean;
}

/** Pieces of one baseline that belong together: a line of a column. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Empty for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
