/** Baselines of a table without rules → its rows: a cell of several lines spans several of them. */
import type { Line } from './piece.js';

/** What stands on one baseline, from left to right. */
export interface Baseline {
  readonly cells: readonly Line[];
  readonly y: number;
  readonly size: number;
}

export interface Column {
  readonly x: number;
  readonly end: number;
}

/** @param lines from top to bottom. */
export function cutIntoBaselines(lines: readonly Line[]): readonly Baseline[] {
  const baselines: { cells: Line[]; y: number; size: number }[] = [];
  for (const line of lines) {
    const last = baselines.at(-1);
    const [first] = last?.cells ?? [];
    const near = last && Math.abs(last.y - line.y) <= 0.4 * line.size;
    if (near && !line.block && !first?.block) last.cells.push(line);
    else baselines.push({ cells: [line], y: line.y, size: line.size });
  }
  return baselines;
}

export function overlapsColumn(a: Column, b: Column): boolean {
  return a.x < b.end && b.x < a.end;
}

/** In font sizes: nearer than a line below, as of a cell that is centred beside a longer one. */
const centred = 0.95;

/**
 * `null` where it is not certain which baselines are one row.
 *
 * @param columns at least two, from left to right.
 */
export function joinRows(
  baselines: readonly Baseline[],
  columns: readonly Column[]
): readonly (readonly Baseline[])[] | null {
  const steps = baselines.map((baseline, i) => {
    const before = baselines[i - 1];
    return before ? (before.y - baseline.y) / baseline.size : Infinity;
  });
  const near = group(baselines, (i) => (steps[i] ?? 0) < centred);
  const partial = near.map((row) => isPartial(row, columns));
  const between = near.map((row) => steps[baselines.indexOf(row[0] as Baseline)] ?? Infinity);
  const beside = (i: number) => partial[i] === true || partial[i - 1] === true;
  const inCells = near.flatMap((row) => columns.flatMap((column) => stepsIn(row, column)));
  const within = Math.min(...inCells, ...between.filter((_, i) => beside(i)));
  // Nothing tells that any cell has a second line.
  if (within === Infinity) return near;
  // Lines of a cell stand nearer than rows do, where no step is in between.
  const isNear = (i: number) => (between[i] ?? 0) <= 1.06 * within;
  const isApart = (i: number) => (between[i] ?? 0) >= 1.12 * within;
  if (between.every((_, i) => isNear(i) || isApart(i))) {
    const rows = group(near, isNear).map((row) => row.flat());
    // More whole rows than rests of rows would be joined: they only stand in groups.
    const joined = between.flatMap((_, i) => (isNear(i) ? [beside(i)] : []));
    const isSure =
      joined.filter((rest) => !rest).length <= inCells.length + joined.filter(Boolean).length;
    if (rows.every((row) => !isPartial(row, columns))) return isSure ? rows : null;
  }
  // Rows as near as lines: what goes on below has words in cells above that are full, and no first cell.
  const goesOn = near.every(
    (row, i) => !partial[i] || row.every((baseline) => isRest(baseline, near[i - 1] ?? [], columns))
  );
  return goesOn ? group(near, (i) => partial[i] === true).map((row) => row.flat()) : null;
}

/** From line to line of the cell of one row, in font sizes. */
function stepsIn(row: readonly Baseline[], column: Column): number[] {
  const lines = row.filter(({ cells }) => cells.some((cell) => overlapsColumn(cell, column)));
  return lines.slice(1).map(({ y, size }, i) => ((lines[i]?.y ?? 0) - y) / size);
}

function group<T>(items: readonly T[], joins: (i: number) => boolean): T[][] {
  const groups: T[][] = [];
  items.forEach((item, i) => {
    const last = groups.at(-1);
    if (last && joins(i)) last.push(item);
    else groups.push([item]);
  });
  return groups;
}

/** It lacks its first cell, or all others. */
function isPartial(row: readonly Baseline[], columns: readonly Column[]): boolean {
  const filled = columns.map((column) =>
    row.some(({ cells }) => cells.some((cell) => overlapsColumn(cell, column)))
  );
  return !filled[0] || filled.filter(Boolean).length < 2;
}

function isRest(
  { cells }: Baseline,
  above: readonly Baseline[],
  columns: readonly Column[]
): boolean {
  return cells.every((cell) => {
    const column = columns.find((each) => overlapsColumn(each, cell));
    if (!column || column === columns[0]) return false;
    return above.some((baseline) =>
      baseline.cells.some(
        (other) =>
          overlapsColumn(other, column) && column.end - other.end < 0.3 * (column.end - column.x)
      )
    );
  });
}
