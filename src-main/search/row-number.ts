/**
 * The number of a row in the index tells which briefing, which kind and which row of it, so that
 * neither a second table nor the text is needed to know. Greater numbers are of newer briefings.
 */
import { type RowKind, rowKinds } from '../domain/search/row-kinds.js';

/** SQL: the briefing, and the kind, of a row of `words`. */
export const numOfRow = '(rowid >> 20)';
export const kindOfRow = '((rowid >> 15) & 31)';

/** Rows of one briefing that can be found; what a briefing has beyond is not. */
export const mostRows = 2 ** 15;

export function rowNumber(num: number, kind: RowKind, row: number): number {
  return num * 2 ** 20 + kindNumber(kind) * 2 ** 15 + row;
}

export function kindNumber(kind: RowKind): number {
  return rowKinds.indexOf(kind);
}

export interface RowName {
  readonly num: number;
  readonly kind: RowKind;
  readonly row: number;
}

/** Throws for what `rowNumber` never made. */
export function readRowNumber(rowid: number): RowName {
  const kind = rowKinds[Math.floor(rowid / 2 ** 15) % 32];
  if (!kind) throw new Error(`The index holds a row of no kind, ${rowid}`);
  return { num: Math.floor(rowid / 2 ** 20), kind, row: rowid % 2 ** 15 };
}

/** The least and the greatest number that rows of a briefing can have. */
export function rowsOfNum(num: number): readonly [number, number] {
  return [num * 2 ** 20, (num + 1) * 2 ** 20 - 1];
}
