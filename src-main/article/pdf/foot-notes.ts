/** Notes at the foot of a page, which stand between two halves of a sentence that runs over the page's end. */
import { type RawBlock, type Line, median } from './piece.js';

const begins = /^(?:\d{1,3}|[*†‡§])[\s\p{L}]/u;

/** @param lines of a page, in reading order. */
export function splitNotes(lines: readonly Line[]): {
  readonly main: readonly Line[];
  readonly foot: readonly RawBlock[];
} {
  const usual = median(lines.map(({ size }) => size));
  let first = lines.length;
  while (first > 0 && isSmall(lines[first - 1], usual)) first -= 1;
  const small = lines.slice(first);
  const above = lines.slice(0, first);
  const [top] = small;
  const isFoot = top && begins.test(top.text) && above.every(({ y }) => y > top.y);
  if (!isFoot) return { main: lines, foot: [] };
  const notes: Line[][] = [];
  for (const line of small) {
    const note = notes.at(-1);
    if (note && !begins.test(line.text)) note.push(line);
    else notes.push([line]);
  }
  return { main: above, foot: notes.map((text) => ({ kind: 'text', text })) };
}

function isSmall(line: Line | undefined, usual: number): boolean {
  return line !== undefined && line.block === null && line.size < 0.93 * usual;
}
