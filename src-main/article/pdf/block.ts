/** What the text of a PDF is made of, in reading order. `T` is a text: lines as they stand, joined later. */
import type { Line } from './piece.js';

export type Block<T> =
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
export type RawBlock = Block<readonly Line[]>;

export function mapText<T, U>(block: Block<T>, map: (text: T) => U): Block<U> {
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
