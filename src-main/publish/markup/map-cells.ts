/** What a map of positions shows where nothing can be drawn but tables and lines. */
import type { Matrix, MatrixCell } from '../../domain/publication/matrix.js';
import {
  cellsInWords,
  marksOf,
  noneSign,
  notesBelow
} from '../../domain/publication/matrix-in-words.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import { stanceSigns } from '../../domain/terms/terms.js';

/** Told where no ring can be drawn, and beside those that are. */
export const changedSign = '□';

/** A title and its entries, a line each. */
export function linesBelow(matrix: Matrix, words: PrintedWords): readonly string[] {
  return notesBelow(matrix, words).flatMap(({ title, entries }) => [
    `${title}${words.colon}`,
    ...entries.map(({ letter, told, cells, cellsFirst }) => {
      const where = cellsInWords(cells, words);
      const line = cellsFirst
        ? [`${where}${words.colon}`, told]
        : [letter && `${letter}${words.colon}`, told, where && `(${where})`];
      return line.filter(Boolean).join(' ');
    })
  ]);
}

/** Of the columns, in per cent. */
export function mapWidths(issues: number): readonly number[] {
  const cell = Math.min(6, 78 / (issues + 2));
  return [100 - cell * (issues + 2), ...Array.from({ length: issues + 2 }, () => cell)];
}

/** A sign, and its marks raised. */
export function mapCell(cell: MatrixCell) {
  const isChanged = cell.change !== null;
  if (!cell.claim) return { text: noneSign, isChanged };
  const { stance } = cell.claim.position;
  return { text: stanceSigns[stance], raised: marksOf(cell), stance, isChanged };
}
