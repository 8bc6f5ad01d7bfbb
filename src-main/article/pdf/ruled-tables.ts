/** Tables whose cells have rules around them: what stands between the same rules is one cell. */
import { toLines } from './lines.js';
import type { Line, TextPiece, Rule } from './piece.js';

/** Points: rules this near are one, such as the borders of two cells side by side. */
const near = 4;

interface Grid {
  /** From left to right. */
  readonly xs: readonly number[];
  /** From top to bottom. */
  readonly ys: readonly number[];
}

/** The lines of a page from top to bottom, each such table in the place of its own. */
export function linesAndRuledTables(
  pieces: readonly TextPiece[],
  rules: readonly Rule[],
  page: number
): readonly Line[] {
  let rest = pieces;
  const tables: Line[] = [];
  for (const grid of gridsOf(rules)) {
    const found = tableIn(rest, grid, page);
    if (!found) continue;
    tables.push(found.table);
    rest = found.rest;
  }
  // What is beside a table stays beside it.
  return [...toLines(rest), ...tables].toSorted((a, b) => b.y - a.y);
}

/** Groups of rules that touch, with at least two columns and two rows between them. */
function gridsOf(rules: readonly Rule[]): readonly Grid[] {
  // Beyond this it is a drawing, and the groups would take the square of them.
  if (rules.length > 5_000) return [];
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touched = groups.filter((group) => group.some((other) => touch(rule, other)));
    const joined = [rule, ...touched.flat()];
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.flatMap((group) => {
    const upright = group.filter((rule) => rule.top - rule.y > rule.end - rule.x);
    const level = group.filter((rule) => rule.top - rule.y <= rule.end - rule.x);
    const xs = distinct(upright.map(({ x }) => x));
    const ys = distinct(level.map(({ y }) => y)).toReversed();
    return xs.length > 2 && ys.length > 2 ? [{ xs, ys }] : [];
  });
}

function touch(a: Rule, b: Rule): boolean {
  return a.x <= b.end + near && b.x <= a.end + near && a.y <= b.top + near && b.y <= a.top + near;
}

function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    if (value - (kept.at(-1) ?? -Infinity) > near) kept.push(value);
  }
  return kept;
}

function tableIn(
  pieces: readonly TextPiece[],
  { xs, ys }: Grid,
  page: number
): { readonly table: Line; readonly rest: readonly TextPiece[] } | null {
  const cells: TextPiece[][][] = ys.slice(1).map(() => xs.slice(1).map(() => []));
  const rest: TextPiece[] = [];
  for (const piece of pieces.flatMap((each) => cutAtBorders(each, { xs, ys }))) {
    const column = slotOf(xs, piece.x + piece.width / 2);
    const row = slotOf(ys, piece.y + piece.size / 3);
    (cells[row]?.[column] ?? rest).push(piece);
  }
  const rows = cells
    .map((row) => row.map((cell) => toLines(cell)))
    .filter((row) => row.some((cell) => cell.length > 0));
  const beside = rows.filter((row) => row.filter((cell) => cell.length > 0).length > 1);
  if (beside.length < 2) return null;
  const table: Line = {
    text: '',
    x: xs[0] ?? 0,
    end: xs.at(-1) ?? 0,
    y: ys[0] ?? 0,
    size: rows.flat(2)[0]?.size ?? 1,
    bold: false,
    block: { kind: 'table', rows, page }
  };
  return { table, rest };
}

/** pdf.js makes one piece of words that stand near one another, also in two cells. */
function cutAtBorders(piece: TextPiece, { xs, ys }: Grid): readonly TextPiece[] {
  const isInside = slotOf(ys, piece.y + piece.size / 3) >= 0;
  const letter = piece.width / Math.max(1, piece.text.length);
  const border = xs.find((x) => x > piece.x + letter && x < piece.x + piece.width - letter);
  if (!isInside || border === undefined || piece.rightToLeft) return [piece];
  const blanks = [...piece.text.matchAll(/\s+/g)].map(({ index }) => index);
  const distance = (blank: number) => Math.abs(piece.x + (blank + 0.5) * letter - border);
  const at = blanks.toSorted((a, b) => distance(a) - distance(b))[0];
  // Not a border between words: a cell that spans two columns.
  if (at === undefined || distance(at) > piece.size) return [piece];
  const rest = { ...piece, x: border, width: piece.x + piece.width - border };
  return [
    { ...piece, text: piece.text.slice(0, at), width: border - piece.x },
    ...cutAtBorders({ ...rest, text: piece.text.slice(at).trimStart() }, { xs, ys })
  ];
}

/** Between which two of the borders it lies; -1 outside of them. */
function slotOf(borders: readonly number[], at: number): number {
  return borders.findIndex((border, i) => {
    const next = borders[i + 1];
    return next !== undefined && (at - border) * (at - next) <= 0;
  });
}
