/** Where the cells of a table's row stand in its line. The one reader of rows. */
import type { Range } from '../text/range.js';

/** Without white space around them. A bar behind a backslash parts nothing; a blank cell at either end is none. */
export function cellsOf(row: string): Range[] {
  const cells: Range[] = [];
  let from = 0;
  for (let i = 0; i <= row.length; i += 1) {
    if (i < row.length && (row[i] !== '|' || isEscaped(row, i))) continue;
    cells.push(trimmed(row, from, i));
    from = i + 1;
  }
  if (isBlank(cells[0])) cells.shift();
  if (isBlank(cells.at(-1))) cells.pop();
  return cells;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function trimmed(row: string, from: number, to: number): Range {
  const raw = row.slice(from, to);
  const text = raw.trim();
  const start = text === '' ? from : from + raw.length - raw.trimStart().length;
  return { start, end: start + text.length };
}

function isBlank(cell: Range | undefined): boolean {
  return cell !== undefined && cell.start === cell.end;
}
