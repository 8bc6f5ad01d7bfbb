/**
 * Tables that are pasted, as from a spreadsheet: into a table they go cell by cell, elsewhere they become one.
 * Knows no editor and no clipboard: texts in, changes out.
 */
import { maxTableColumns } from '../../../src-main/domain/base/limits.js';
import { tableAt, wordsOfCell, type Row } from './table-edit.js';
import type { Marked, TextChange } from './toggle-mark.js';

/** What stands in the cells, row by row; a row may be shorter than others. */
export type PastedRows = readonly (readonly string[])[];

/** A cell of a spreadsheet’s text: in quotation marks where it holds a line end, a tab or such a mark. */
const spreadsheetCell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gu;

/** Of text with tabs between cells, as a spreadsheet gives it; `null` for a text that is no table. */
export function rowsOfText(plain: string): PastedRows | null {
  const text = plain.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '');
  if (!text.includes('\t')) return null;
  const rows: string[][] = [[]];
  for (const [whole, quoted, bare = '', end] of text.matchAll(spreadsheetCell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (whole === '' || end === '') break;
    if (end === '\n') rows.push([]);
  }
  const [first] = rows;
  const areAlike = rows.every(({ length }) => length === first?.length);
  // Lines that are indented by tabs are none.
  return areAlike && rows.some(([cell]) => cell !== '') ? rows : null;
}

/** Of Markdown that is one table and nothing else; `null` for any other. */
export function rowsOfMarkdown(markdown: string): PastedRows | null {
  const text = markdown.trim();
  const table = tableAt(text, 0);
  const last = table?.rows.at(-1) ?? table?.dashes;
  if (!table || Math.max(last?.to ?? 0, table.dashes.to) < text.length) return null;
  return table.rows.map(({ cells }) =>
    cells.map((cell) => {
      const { from, to } = wordsOfCell(text, cell);
      return text.slice(from, to).trim();
    })
  );
}

/** A table of its own, its first row the head; `null` where it would be wider than a table can be. */
export function tableOfRows(rows: PastedRows): string | null {
  const columns = columnsOf(rows);
  const [head = [], ...body] = rows;
  if (columns > maxTableColumns) return null;
  return [lineOf(head, columns), `|${' --- |'.repeat(columns)}`]
    .concat(body.map((row) => lineOf(row, columns)))
    .join('\n');
}

/**
 * Lays rows over the table around the place, from its cell to the right and down, with as many more columns
 * and rows as they need. What stood in these cells goes. `null` outside of a table, and where it would become
 * wider than one can be.
 */
export function putRows(text: string, at: number, rows: PastedRows): Marked | null {
  const place = tableAt(text, at);
  if (!place) return null;
  const { row: firstRow, column: firstColumn } = place;
  const there = Math.max(...place.rows.map(({ cells }) => cells.length));
  const columns = Math.max(there, firstColumn + columnsOf(rows));
  if (columns > maxTableColumns) return null;
  const pastedAt = (row: number, column: number) => rows[row - firstRow]?.[column - firstColumn];
  const changes = place.rows.flatMap((row, index) => [
    ...row.cells.flatMap((cell, column): TextChange[] => {
      const words = index < firstRow || column < firstColumn ? undefined : pastedAt(index, column);
      return words === undefined ? [] : [{ ...wordsOfCell(text, cell), insert: inOneCell(words) }];
    }),
    ...more(row, columns, (column) => (index < firstRow ? '' : (pastedAt(index, column) ?? '')))
  ]);
  const dashes = more(place.dashes, columns, () => '---');
  const rest = rows.slice(place.rows.length - firstRow);
  const added = rest.map((row) => {
    const cells = [...Array.from({ length: firstColumn }, () => ''), ...row];
    return `\n${lineOf(cells, columns)}`;
  });
  const end = Math.max((place.rows.at(-1) ?? place.dashes).to, place.dashes.to);
  const all = [
    ...[...changes, ...dashes].toSorted((a, b) => a.from - b.from),
    ...(added.length > 0 ? [{ from: end, to: end, insert: added.join('') }] : [])
  ];
  const cell = place.rows[firstRow]?.cells[firstColumn];
  const start = cell ? wordsOfCell(text, cell).from : at;
  const shift = all
    .filter(({ from }) => from < start)
    .reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  const cursor = start + shift + (cell ? inOneCell(rows[0]?.[0] ?? '').length : 0);
  return { changes: all, selection: { from: cursor, to: cursor } };
}

/** Words as they can stand in one cell: in one line, and no bar among them that would part it. */
export function inOneCell(words: string): string {
  return words
    .replace(/\s*\n\s*/gu, ' ')
    .replaceAll('\t', ' ')
    .replace(/(?<!\\)\|/gu, '\\|')
    .trim();
}

/** Cells behind the last one of a row, up to that many. */
function more(
  { to, cells }: Row,
  columns: number,
  wordsAt: (column: number) => string
): TextChange[] {
  const from = cells.at(-1)?.to ?? to;
  const lacking = Array.from({ length: columns - cells.length }, (_, i) => cells.length + i);
  const insert = lacking.map((column) => `| ${inOneCell(wordsAt(column))} `).join('');
  return insert === '' ? [] : [{ from, to: from, insert }];
}

function lineOf(cells: readonly string[], columns: number): string {
  const all = Array.from({ length: columns }, (_, column) => inOneCell(cells[column] ?? ''));
  return `|${all.map((words) => (words === '' ? '  |' : ` ${words} |`)).join('')}`;
}

function columnsOf(rows: PastedRows): number {
  return Math.max(1, ...rows.map(({ length }) => length));
}
