/**
 * Finds the tables of a page. A wrong table is worse than none: cells become a table only where rules are
 * drawn around them, or where short cells stand in line over several rows; what only looks like rows keeps its
 * lines, as one block that no card cuts.
 */
import { type RawBlock, type Line, median, type TextPiece, type Rule } from './piece.js';
import { toLines } from './lines.js';
import { linesAndRuledTables } from './ruled-tables.js';
import {
  type Baseline,
  type Column,
  cutIntoBaselines,
  joinRows,
  overlapsColumn
} from './table-rows.js';

/** Fewer are no table. */
const fewestRows = 3;
/** UTF-16 units: a column whose cells are longer is one of text. */
const longCell = 25;

/**
 * The lines of a page from top to bottom, then from left to right, with each table in the place of its own.
 *
 * @param page its number. @param rules those drawn on the page, looked for only where there may be a table.
 */
export async function linesAndTables(
  pieces: readonly TextPiece[],
  page: number,
  rules: () => Promise<readonly Rule[]>
): Promise<readonly Line[]> {
  const lines = toLines(pieces);
  if (!mayHoldTable(lines)) return lines;
  return withAlignedTables(linesAndRuledTables(pieces, await rules(), page), page);
}

/** Several cells side by side, of which some are short: two columns of text have none. */
function mayHoldTable(lines: readonly Line[]): boolean {
  const rows = cutIntoBaselines(lines).filter(
    ({ cells }) =>
      cells.length > 2 || (cells.length === 2 && cells.some(({ text }) => text.length < 16))
  );
  return rows.length >= fewestRows - 1;
}

function withAlignedTables(lines: readonly Line[], page: number): readonly Line[] {
  const baselines = cutIntoBaselines(lines);
  const made: Line[] = [];
  for (let i = 0; i < baselines.length;) {
    const region = regionFrom(baselines, i);
    const block = region && blockOf(region, page);
    const taken = region && block ? region.baselines : baselines.slice(i, i + 1);
    if (block) made.push(placed(block, taken));
    else made.push(...taken.flatMap(({ cells }) => cells));
    i += taken.length;
  }
  return made;
}

function placed(block: RawBlock, baselines: readonly Baseline[]): Line {
  const cells = baselines.flatMap((baseline) => baseline.cells);
  return {
    text: '',
    x: Math.min(...cells.map(({ x }) => x)),
    end: Math.max(...cells.map(({ end }) => end)),
    y: baselines[0]?.y ?? 0,
    size: baselines[0]?.size ?? 1,
    bold: false,
    block
  };
}

/** Baselines that follow one another, and the columns that all their cells keep to. */
interface Region {
  readonly baselines: readonly Baseline[];
  readonly columns: readonly Column[];
}

/** Beginning at this baseline; `null` where there are no columns. */
function regionFrom(baselines: readonly Baseline[], start: number): Region | null {
  let columns: readonly Column[] = [];
  let end = start;
  for (let i = start; i < baselines.length; i += 1) {
    const [line, before] = [baselines[i], i > start ? baselines[i - 1] : null];
    if (!line || line.cells.some(({ block }) => block)) break;
    const step = before ? (before.y - line.y) / line.size : 0;
    if (step > 3.5) break;
    const wider = line.cells.reduce(addTo, columns);
    // A line that runs over several columns, such as the text below.
    if (wider.length < columns.length) break;
    // A line of one column: of a longer cell where others are near, else of a text.
    if (line.cells.length === 1) {
      const next = baselines[i + 1];
      const toNext = next ? (line.y - next.y) / line.size : Infinity;
      const isBeside = Math.min(i > start ? step : Infinity, toNext) <= 1.45;
      if (!isBeside || i - end > 6) break;
    } else end = i;
    columns = wider;
  }
  if (columns.length < 2) return null;
  const rest = baselines.slice(end + 1).findIndex((line, i) => {
    const before = baselines[end + i];
    const cell = line.cells[0];
    const column = cell ? columns.findIndex((each) => overlapsColumn(each, cell)) : -1;
    return !before || line.cells.length > 1 || before.y - line.y > 1.45 * line.size || column < 0;
  });
  const last = end + (rest < 0 ? 0 : Math.min(rest, 4));
  return { baselines: baselines.slice(start, last + 1), columns };
}

function addTo(columns: readonly Column[], { x, end }: Line): readonly Column[] {
  const touched = columns.filter((column) => overlapsColumn(column, { x, end }));
  const joined = {
    x: Math.min(x, ...touched.map((column) => column.x)),
    end: Math.max(end, ...touched.map((column) => column.end))
  };
  return [...columns.filter((column) => !touched.includes(column)), joined].toSorted(
    (a, b) => a.x - b.x
  );
}

/** `null` for what is no table. */
function blockOf({ baselines, columns }: Region, page: number): RawBlock | null {
  const cellsOf = (column: Column) =>
    baselines.flatMap(({ cells }) => cells.filter((cell) => overlapsColumn(column, cell)));
  const isLong = columns.map(
    (column) => median(cellsOf(column).map(({ text }) => text.length)) >= longCell
  );
  // Columns of running text.
  if (isLong.every(Boolean) || (columns.length === 2 && isLong.includes(true))) return null;
  if (baselines.length < fewestRows) return null;
  const rows = joinRows(baselines, columns);
  if (rows && rows.length >= fewestRows && isTable(rows, columns, isLong)) {
    return {
      kind: 'table',
      page,
      rows: rows.map((row) =>
        columns.map((column) =>
          row.flatMap(({ cells }) => cells.filter((cell) => overlapsColumn(column, cell)))
        )
      )
    };
  }
  if (columns.length < 3 || isLong.filter(Boolean).length > 1) return null;
  return { kind: 'lines', lines: baselines.map(({ cells }) => cells) };
}

function isTable(
  rows: readonly (readonly Baseline[])[],
  columns: readonly Column[],
  isLong: readonly boolean[]
): boolean {
  // Texts side by side, unless what is beside them tells the rows.
  if (isLong[0] && isLong.filter(Boolean).length > 1) return false;
  const size = median(rows.flat().map((line) => line.size));
  return columns.every((column, i) => {
    const next = columns[i + 1];
    if (next && next.x - column.end < 0.8 * size) return false;
    const cells = rows.map((row) =>
      row.flatMap((line) => line.cells.filter((cell) => overlapsColumn(column, cell)))
    );
    const filled = cells.filter((cell) => cell.length > 0).length;
    return filled >= 0.5 * rows.length && standInLine(cells.flat());
  });
}

/** By their left edges, their right ones, or their middles. */
function standInLine(cells: readonly Line[]): boolean {
  const share = (place: (cell: Line) => number) => {
    const middle = median(cells.map(place));
    return cells.filter((cell) => Math.abs(place(cell) - middle) <= 2.5).length / cells.length;
  };
  return (
    Math.max(
      share(({ x }) => x),
      share(({ end }) => end),
      share(({ x, end }) => (x + end) / 2)
    ) >= 0.8
  );
}
