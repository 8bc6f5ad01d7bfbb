/**
 * The order in which a page's lines are read: column after column, a line across all columns, such as
 * a headline, between what stands above and below it.
 */
import { type Line, median } from './piece.js';

/** Fewer lines beside a gap are no column. */
const fewestLines = 4;
/** The share of a page's lines that may run across the gap between two columns. */
const mostAcross = 0.3;

/** @param lines from top to bottom. */
export function linesInReadingOrder(lines: readonly Line[]): readonly Line[] {
  const gutter = findGutter(lines);
  if (gutter === null) return lines;
  const ordered: Line[] = [];
  let band: Line[] = [];
  const endBand = () => {
    ordered.push(...linesInReadingOrder(band.filter((line) => line.end <= gutter)));
    ordered.push(...linesInReadingOrder(band.filter((line) => line.x >= gutter)));
    band = [];
  };
  for (const line of lines) {
    if (line.x < gutter && line.end > gutter) {
      endBand();
      ordered.push(line);
    } else band.push(line);
  }
  endBand();
  return ordered;
}

/** Where the fewest lines run across and both sides have a column's worth of them; `null` for one column. */
function findGutter(lines: readonly Line[]): number | null {
  if (lines.length < 2 * fewestLines) return null;
  const left = Math.min(...lines.map(({ x }) => x));
  const right = Math.max(...lines.map(({ end }) => end));
  const step = Math.max(2, median(lines.map(({ size }) => size)) / 3);
  let best: { readonly x: number; readonly across: number } | null = null;
  for (let x = left + 4 * step; x < right - 4 * step; x += step) {
    const across = lines.filter((line) => line.x < x && line.end > x).length;
    if (across > mostAcross * lines.length || (best && across >= best.across)) continue;
    const [before, after] = [lines.filter((l) => l.end <= x), lines.filter((l) => l.x >= x)];
    if (before.length < fewestLines || after.length < fewestLines) continue;
    if (overlap(before, after) >= 0.4 && isText(before) && isText(after)) best = { x, across };
  }
  return best?.x ?? null;
}

/** How much of the shorter column's height lies beside the other, 0 to 1. */
function overlap(a: readonly Line[], b: readonly Line[]): number {
  const spans = [a, b].map((side) => {
    const ys = side.map(({ y }) => y);
    return { low: Math.min(...ys), high: Math.max(...ys) };
  });
  const shared =
    Math.min(...spans.map(({ high }) => high)) - Math.max(...spans.map(({ low }) => low));
  const shorter = Math.min(...spans.map(({ low, high }) => high - low));
  return shorter <= 0 ? 0 : shared / shorter;
}

/** Lines of running text, and not the numbers of a table. */
function isText(lines: readonly Line[]): boolean {
  return median(lines.map(({ text }) => text.length)) >= 12;
}
