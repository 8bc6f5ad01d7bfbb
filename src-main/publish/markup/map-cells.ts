/** What a map of positions shows where nothing can be drawn but tables and lines. */
import type { Matrix, MatrixCell } from '../../domain/publication/matrix.js';
import {
  cellsInWords,
  legendOfMatrix,
  marksOf,
  noneSign,
  notesBelow,
  openingOfMap
} from '../../domain/publication/matrix-in-words.js';
import { isolatedAmong, running } from '../../domain/text/direction.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import { mapWordsOf } from '../../domain/terms/printed/map-words.js';
import { stanceSigns } from '../../domain/terms/terms.js';
import type { MarkupBlock } from './blocks.js';

/** Told where no ring can be drawn, and beside those that are. */
export const changedSign = '□';

export function mapBlocks(matrix: Matrix, words: PrintedWords): readonly MarkupBlock[] {
  const map = mapWordsOf(words);
  const isGrouped = matrix.tables.some(({ groups }) => groups.length > 1);
  const legend = legendOfMatrix(matrix, words)
    .map(({ sign, look, told }) => `${look === 'changed' ? changedSign : sign} ${told}`)
    .join(`${words.semicolon} `);
  return [
    { kind: 'line', text: `${openingOfMap(matrix, words)}${words.colon} ${legend}.` },
    ...matrix.tables.map(({ issues, groups }) => ({
      kind: 'table' as const,
      caption: '',
      isMap: true,
      head: [
        words.columns.actor,
        ...issues.map(({ number, issue }) => `${words.number(number)} ${issue.wording}`),
        map.supporting,
        map.opposing
      ],
      headSigns: [
        words.columns.actor,
        ...issues.map(({ number }) => words.number(number)),
        stanceSigns.supports,
        stanceSigns.opposes
      ],
      widths: mapWidths(issues.length),
      rows: groups.flatMap(({ letter, rows }) => [
        ...(isGrouped ? [[{ text: map.groupOf(letter), columns: issues.length + 3 }]] : []),
        ...rows.map(({ actor, cells, totals }) => [
          { text: actor.name },
          ...cells.map(mapCell),
          { text: words.number(totals.supports) },
          { text: words.number(totals.opposes) }
        ])
      ])
    })),
    ...linesBelow(matrix, words).map((text) => ({ kind: 'line' as const, text }))
  ];
}

/** A title and its entries, a line each. */
function linesBelow(matrix: Matrix, words: PrintedWords): readonly string[] {
  return notesBelow(matrix, words).flatMap(({ title, entries }) => [
    `${title}${words.colon}`,
    ...entries.map(({ letter, told, cells, cellsFirst }) => {
      const where = cellsInWords(cells, words);
      const apart = isolatedAmong(words.direction, told);
      const line = cellsFirst
        ? [`${where}${words.colon}`, apart]
        : [letter && `${letter}${words.colon}`, apart, where && `(${where})`];
      return running(words.direction, line.filter(Boolean).join(' '));
    })
  ]);
}

/** Of the columns, in per cent. */
function mapWidths(issues: number): readonly number[] {
  const cell = Math.min(6, 78 / (issues + 2));
  return [100 - cell * (issues + 2), ...Array.from({ length: issues + 2 }, () => cell)];
}

/** A sign, and its marks raised. */
function mapCell(cell: MatrixCell) {
  const isChanged = cell.change !== null;
  if (!cell.claim) return { text: noneSign, isChanged };
  const { stance } = cell.claim.position;
  return { text: stanceSigns[stance], raised: marksOf(cell), stance, isChanged };
}
