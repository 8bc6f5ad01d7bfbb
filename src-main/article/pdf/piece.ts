/** Pieces of text as they stand on a page. Points (1/72 inch); y grows upwards, as in PDF. */
import type { RawBlock } from './block.js';

export interface Piece {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** The font's size. */
  readonly size: number;
  readonly bold: boolean;
  readonly rightToLeft: boolean;
}

/** Pieces of one baseline that belong together: a line of a column, or of a cell. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  /** All its letters are. */
  readonly bold: boolean;
  /** What stands here is made already, such as a table; `null` for a line of text. */
  readonly block: RawBlock | null;
}

/** A rule that is drawn on the page, such as the border of a table: upright or level. */
export interface Rule {
  readonly x: number;
  readonly end: number;
  readonly y: number;
  /** The upper end of an upright one. */
  readonly top: number;
}

/** Empty for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
