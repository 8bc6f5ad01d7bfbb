/**
 * Pieces of text as they stand on a page, and the blocks that are made of them. Points (1/72 inch); y
 * grows upwards, as in PDF.
 */

export interface TextPiece {
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

/** What the text of a PDF is made of, in reading order. `T` is a text: lines as they stand, joined later. */
export type PdfBlock<T> =
  /** A paragraph, or a heading that only its look tells. */
  | { readonly kind: 'text'; readonly text: T }
  /** @param level from 1, the highest. */
  | { readonly kind: 'heading'; readonly text: T; readonly level: number }
  /** @param sign as it stands there, such as “2.”; empty for none. @param depth from 0. */
  | { readonly kind: 'item'; readonly text: T; readonly sign: string; readonly depth: number }
  /** The first row is the head. @param page on which it begins, so that its rest can be told on the next. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly T[])[]; readonly page: number }
  /** Lines that keep their ends, such as the rows of a table whose cells are not certain. */
  | { readonly kind: 'lines'; readonly lines: readonly T[] };

/** Before its lines are joined. */
export type RawBlock = PdfBlock<readonly Line[]>;

export function mapText<T, U>(block: PdfBlock<T>, map: (text: T) => U): PdfBlock<U> {
  switch (block.kind) {
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(map)) };
    case 'lines':
      return { ...block, lines: block.lines.map(map) };
    default:
      return { ...block, text: map(block.text) };
  }
}

export function isSentenceOpen(text: string): boolean {
  return !/[.!?…:][”"’')\]]*$/.test(text);
}
