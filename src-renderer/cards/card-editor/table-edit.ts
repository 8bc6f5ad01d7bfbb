/**
 * Moving in a Markdown table, and its rows and columns added and removed. Knows no editor: a text and a
 * place in, changes out.
 * Over 300 lines because all of it reads one shape of a table.
 */
import type { Marked, TextChange } from './toggle-mark.js';

export interface Cell {
  /** Between its bars, in offsets of the text. */
  readonly from: number;
  readonly to: number;
}

export interface Row {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Cell[];
}

export interface Place {
  /** Header, then body; the line of dashes apart. */
  readonly rows: readonly Row[];
  readonly dashes: Row;
  readonly row: number;
  readonly column: number;
}

const dashes = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** A table to begin with, its first cell selected. Stands as a paragraph of its own at the end of the line. */
export function insertTable(text: string, at: number): Marked {
  const start = lineStart(text, at);
  const end = lineEnd(text, at);
  const isBlank = text.slice(start, end).trim() === '';
  // Right below a paragraph or an item it would be a part of that, and a line right below, of it.
  const followsText = isBlank && text.slice(lineStart(text, start - 1), start).trim() !== '';
  const before = isBlank ? (followsText ? '\n' : '') : '\n\n';
  const after = /^\n(?:[^\S\n]*\n|$)/.test(text.slice(end)) ? '' : '\n';
  const heading = 'Column';
  const table = `| ${heading} | ${heading} |\n| --- | --- |\n|  |  |`;
  const selected = end + before.length + 2;
  return {
    changes: [{ from: end, to: end, insert: before + table + after }],
    selection: { from: selected, to: selected + heading.length }
  };
}

export function isInTable(text: string, at: number): boolean {
  return tableAt(text, at) !== null;
}

/**
 * The place itself, or where a card can be split in its stead: behind the table in which it stands, and before
 * one with words above it whose header it is in.
 */
export function besideTable(text: string, at: number): number {
  const table = tableAt(text, at);
  if (!table) return at;
  const { from, to } = edgesOf(table);
  return table.row === 0 && text.slice(0, from).trim() !== '' ? from : to;
}

/**
 * Out of a table at the end of a text, into a paragraph below it, which is made where there is none. `null`
 * where the place is not in its last row.
 */
export function goBelowTable(text: string, at: number): Marked | null {
  const table = tableAt(text, at);
  if (!table || table.row < table.rows.length - 1) return null;
  const { to } = edgesOf(table);
  const rest = text.slice(to);
  if (rest.trim() !== '') return null;
  // Right below a table it would be a row of it.
  const changes = rest.startsWith('\n\n') ? [] : [{ from: to, to: text.length, insert: '\n\n' }];
  return { changes, selection: { from: to + 2, to: to + 2 } };
}

/** To the next cell, or the one before; behind the last into a new row. `null` outside of a table. */
export function goToCell(text: string, at: number, step: 1 | -1): Marked | null {
  const place = tableAt(text, at);
  if (!place) return null;
  const all = place.rows.flatMap(({ cells }) => cells);
  const current = place.rows[place.row]?.cells[place.column];
  const next = all[(current ? all.indexOf(current) : -1) + step];
  if (next) return { changes: [], selection: wordsOfCell(text, next) };
  return step < 0 ? { changes: [], selection: { from: at, to: at } } : addRowBehind(place);
}

/**
 * To the cell below, behind the last row into a new one; from an empty last row out of the table, and
 * that row goes. `null` outside of a table.
 */
export function goToRowBelow(text: string, at: number): Marked | null {
  const place = tableAt(text, at);
  if (!place) return null;
  const { rows, row, column } = place;
  const below = rows[row + 1];
  // Who writes a table without outer bars writes its next row alike, as its next line.
  if (!below && !isClosed(text, rows[0]) && at === lineEnd(text, at)) return null;
  const next = below?.cells[Math.min(column, below.cells.length - 1)];
  if (next) return { changes: [], selection: wordsOfCell(text, next) };
  const own = rows[row];
  if (!own || row === 0 || own.cells.some((cell) => text.slice(cell.from, cell.to).trim() !== '')) {
    return addRowBehind(place);
  }
  // A paragraph of its own: between blank lines.
  const insert = /^(?:\n[^\S\n]*)?(?:\n|$)/.test(text.slice(own.to)) ? '\n' : '\n\n';
  return {
    changes: [{ from: own.from, to: own.to, insert }],
    selection: { from: own.from + 1, to: own.from + 1 }
  };
}

/**
 * What a bar does that is typed in a table. In a cell it is one of its words, and escaped. Who writes rows as
 * Markdown means the bar itself, as it is: among the dashes, at the end of a half-written row, and as the
 * first sign in an empty row, which then is theirs to write. `null` where it is put as it is. Of selected
 * words, from `at` to `to`, it takes the place.
 */
export function typeBar(text: string, at: number, to = at): Marked | null {
  const place = tableAt(text, at);
  const own = place?.rows[place.row];
  if (!place || !own || standsIn(place.dashes, at) || text[at - 1] === '\\') return null;
  const edges = edgesOf(place);
  // Of the whole table it takes the place, and is in none then.
  if (at <= edges.from && edges.to <= to) return null;
  const isAtEnd = to === at && text.slice(at, own.to).trim() === '';
  if (isAtEnd && isHalfWritten(text, place, own)) return null;
  const [first] = own.cells;
  const isEmpty = own.cells.every(({ from, to }) => text.slice(from, to).trim() === '');
  if (to === at && place.row > 0 && first && at <= first.to && isEmpty) {
    const from = own.from + 1;
    return { changes: [{ from, to: own.to, insert: '' }], selection: { from, to: from } };
  }
  return {
    changes: [{ from: at, to, insert: '\\|' }],
    selection: { from: at + 2, to: at + 2 }
  };
}

/** A row of the body that still lacks cells, or the bar at its end. */
export function isHalfWritten(text: string, { rows }: Place, row: Row): boolean {
  const [header] = rows;
  if (!header || row === header) return false;
  return row.cells.length < header.cells.length || (isClosed(text, header) && !isClosed(text, row));
}

/** With a bar at its end. */
function isClosed(text: string, row: Row | undefined): boolean {
  return row !== undefined && /(?:^|[^\\])\|\s*$/.test(text.slice(row.from, row.to));
}

export function standsIn({ from, to }: Row, at: number): boolean {
  return from <= at && at <= to;
}

/** Takes away the row of the place; with the header the whole table. `null` outside of a table. */
export function removeRow(text: string, at: number): Marked | null {
  const place = tableAt(text, at);
  if (!place) return null;
  const { rows, row, column } = place;
  const own = rows[row];
  if (!own || row === 0) return removeTable(place);
  const before = rows[row - 1];
  const next = rows[row + 1];
  const removed = { from: own.from - 1, to: own.to, insert: '' };
  const stay = next ?? before;
  const cell = stay?.cells[Math.min(column, stay.cells.length - 1)];
  const words = cell ? wordsOfCell(text, cell) : { from: removed.from, to: removed.from };
  const shift = next ? removed.to - removed.from : 0;
  return { changes: [removed], selection: { from: words.from - shift, to: words.to - shift } };
}

/** Takes away the column of the place; with the last one the whole table. `null` outside of a table. */
export function removeColumn(text: string, at: number): Marked | null {
  const place = tableAt(text, at);
  if (!place) return null;
  const { rows, row, column } = place;
  const [header, ...body] = rows;
  if (!header || header.cells.length < 2) return removeTable(place);
  const changes = [header, place.dashes, ...body].flatMap((line): TextChange[] => {
    const cell = line.cells[column];
    if (!cell) return [];
    // With the bar before it; the first of a row without outer bars, with the one behind it.
    return cell.from > line.from
      ? [{ from: cell.from - 1, to: cell.to, insert: '' }]
      : [{ from: cell.from, to: cell.to + 1, insert: '' }];
  });
  const cells = rows[row]?.cells ?? [];
  const stay = cells[column + 1] ?? cells[column - 1];
  const words = stay ? wordsOfCell(text, stay) : { from: at, to: at };
  const shift = changes
    .filter(({ to }) => to <= words.from)
    .reduce((sum, change) => sum + change.to - change.from, 0);
  return { changes, selection: { from: words.from - shift, to: words.to - shift } };
}

function edgesOf({ rows, dashes: line }: Place): { from: number; to: number } {
  return { from: rows[0]?.from ?? line.from, to: Math.max(rows.at(-1)?.to ?? line.to, line.to) };
}

function removeTable({ rows, dashes: line }: Place): Marked {
  const from = rows[0]?.from ?? line.from;
  return {
    changes: [{ from, to: rows.at(-1)?.to ?? line.to, insert: '' }],
    selection: { from, to: from }
  };
}

/** Behind the row of the place; behind the dashes when that is the header. */
export function addRow(text: string, at: number): Marked | null {
  const place = tableAt(text, at);
  return place && addRowBehind(place);
}

/** Behind the column of the place. */
export function addColumn(text: string, at: number): Marked | null {
  const place = tableAt(text, at);
  if (!place) return null;
  const { rows, column, row } = place;
  const behind = (line: Row, insert: string): TextChange[] => {
    const cell = line.cells[column];
    return cell ? [{ from: cell.to, to: cell.to, insert }] : [];
  };
  const [header, ...body] = rows;
  const changes = [
    ...(header ? behind(header, '|  ') : []),
    ...behind(place.dashes, '| --- '),
    ...body.flatMap((line) => behind(line, '|  '))
  ];
  const own = rows[row]?.cells[column]?.to ?? at;
  const grown = changes.filter(({ from }) => from < own);
  const start = own + grown.reduce((sum, { insert }) => sum + insert.length, 0) + 2;
  return { changes, selection: { from: start, to: start } };
}

function addRowBehind({ rows, row, dashes: line }: Place): Marked {
  const columns = rows[0]?.cells.length ?? 1;
  const end = row === 0 ? line.to : (rows[row]?.to ?? line.to);
  return {
    changes: [{ from: end, to: end, insert: `\n|${'  |'.repeat(columns)}` }],
    selection: { from: end + 3, to: end + 3 }
  };
}

/** The table around a place of the text; `null` where none is. */
export function tableAt(text: string, at: number): Place | null {
  const lines = linesAround(text, at);
  const second = lines[1];
  if (!second || !dashes.test(text.slice(second.from, second.to))) return null;
  const [header, line, ...body] = lines.map((one) => ({ ...one, cells: cellsOf(text, one) }));
  // As Markdown has it: fewer or more dashes than headings make none.
  if (!header || line?.cells.length !== header.cells.length) return null;
  const rows = [header, ...body];
  const own = rows.findIndex((one) => standsIn(one, at));
  const row = Math.max(0, own);
  const cells = rows[row]?.cells ?? [];
  const found = cells.findIndex(({ to }) => at <= to);
  return { rows, dashes: line, row, column: found < 0 ? Math.max(0, cells.length - 1) : found };
}

/** The lines with a bar in them that stand together around the place. */
function linesAround(text: string, at: number): { from: number; to: number }[] {
  const isRow = (from: number, to: number) => text.slice(from, to).includes('|');
  let from = lineStart(text, at);
  let to = lineEnd(text, at);
  if (!isRow(from, to)) return [];
  const lines = [{ from, to }];
  while (from > 0) {
    const before = lineStart(text, from - 1);
    if (!isRow(before, from - 1)) break;
    lines.push({ from: before, to: from - 1 });
    from = before;
  }
  lines.reverse();
  while (to < text.length) {
    const end = lineEnd(text, to + 1);
    if (!isRow(to + 1, end)) break;
    lines.push({ from: to + 1, to: end });
    to = end;
  }
  return lines;
}

function cellsOf(text: string, { from, to }: { from: number; to: number }): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (let i = from; i <= to; i += 1) {
    const isBar = text[i] === '|' && text[i - 1] !== '\\';
    if (i < to && !isBar) continue;
    const isEdge = (start === from || i === to) && text.slice(start, i).trim() === '';
    if (!isEdge) cells.push({ from: start, to: i });
    start = i + 1;
  }
  return cells;
}

/** What is written in a cell, in offsets of the text; of an empty one the place behind its first space. */
export function wordsOfCell(text: string, { from, to }: Cell): { from: number; to: number } {
  const raw = text.slice(from, to);
  const words = raw.trim();
  if (words === '') return { from: Math.min(from + 1, to), to: Math.min(from + 1, to) };
  const start = from + (raw.length - raw.trimStart().length);
  return { from: start, to: start + words.length };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
