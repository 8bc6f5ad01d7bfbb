/**
 * How large the cells of a map are, so that it fits on as few pages as it can and its last one is not nearly
 * empty. Reckoned, not measured: lengths are points, letters are taken a little wider than they are. Pure.
 */
import type { PaperSize } from '../../src-main/domain/publication/edition.js';

export interface MapSizes {
  /** Of the column of names, of each issue, of the letter of a group, and of each total. */
  readonly name: number;
  readonly cell: number;
  readonly letter: number;
  readonly total: number;
  /** Of a row of one line. */
  readonly row: number;
  readonly head: number;
  /** Where the wordings of the issues stand; but for `head` that holds numbers alone. */
  readonly wordings: 'head' | 'above' | 'below';
  readonly pages: number;
  /** Whether it is to stand on one page; else it would leave too much of the page before it empty. */
  readonly isWhole: boolean;
}

export interface MapContent {
  readonly names: readonly string[];
  /** With their numbers. */
  readonly heads: readonly string[];
  /** How many groups of rows; 1 for none. */
  readonly groups: number;
  readonly isWide: boolean;
  readonly paper: PaperSize;
}

const perMillimetre = 72 / 25.4;
const papers: Readonly<Record<PaperSize, readonly [number, number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4]
};
/** Millimetres around the words of a page on its side, where a map needs what there is. */
export const wideMargins = { top: 14, side: 14, bottom: 13 };
const uprightMargins = { top: 20, side: 18, bottom: 22 };

/** At 8 pt. */
const letterWidth = 4.1;
const headLine = 9.5;
const rounding = 0.01;
const smallestCell = 18;
const largestCell = 36;
const smallestRow = 9.2;
const largestRow = 15;
const [shortestName, longestName] = [64, 220];
export const groupGap = 3;
/** Heading and legend. */
const above = 50;
/** Of heads that hold numbers alone. */
const numberHead = 36;
const tallestHead = 160;
/** Of an upright page that other words may stand on. */
const mostKept = 0.6;

export function sizesOfMap({ names, heads, groups, isWide, paper }: MapContent): MapSizes {
  const { top, side, bottom } = isWide ? wideMargins : uprightMargins;
  const [short, long] = papers[paper];
  const [width, height] = isWide ? [long, short] : [short, long];
  const pageWidth = (width - 2 * side) * perMillimetre;
  const pageHeight = (height - top - bottom) * perMillimetre - 4;
  const letter = groups > 1 ? 15 : 0;
  const total = 21;

  const room = pageWidth - letter - 2 * total;
  const widest = Math.max(...names.map(widthOf), widthOf('Actor')) + 8;
  const most = Math.min(longestName, room - heads.length * smallestCell);
  const name = Math.max(shortestName, Math.min(widest, most));
  const cell = Math.min(largestCell, (room - name) / heads.length);
  const lines = names.reduce((sum, each) => sum + linesOf(each, name - 8), 0);

  const gaps = groups * groupGap;
  const columns = isWide ? 3 : 2;
  const key = heads.reduce((sum, each) => sum + linesOf(each, pageWidth / columns - 34), 0);
  const numbered = Math.ceil(key / columns + 1) * 10;
  const rowsIn = (head: number) => Math.max(1, (pageHeight - head) / smallestRow);
  const pagesWith = (head: number, more = 0) =>
    Math.ceil((lines + 2 + (above + gaps + more) / smallestRow) / rowsIn(head));
  const upright = headHeight(heads, Math.floor((cell - 3) / headLine));
  const fewest = pagesWith(numberHead);
  const wordings =
    upright !== null && pagesWith(upright) === fewest
      ? 'head'
      : pagesWith(numberHead, numbered) === fewest
        ? 'above'
        : 'below';
  const head = wordings === 'head' && upright !== null ? upright : numberHead;
  const taken = above + gaps + (wordings === 'above' ? numbered : 0) + fewest * head;
  const row = Math.min(largestRow, (fewest * pageHeight - taken) / (lines + 2 + (fewest - 1)));
  return {
    ...{ name, cell, letter, total, head, wordings },
    row: Math.max(smallestRow, row),
    pages: fewest,
    isWhole: fewest === 1 && (isWide || taken + lines * row < pageHeight * mostKept)
  };
}

function widthOf(words: string): number {
  const wide = words.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0;
  return ([...words].length + wide) * letterWidth;
}

function linesOf(words: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of words.split(/\s+/u)) {
    const own = widthOf(word);
    // The longest of all is as wide as its column, but for what reckoning rounds.
    if (used > 0 && used + letterWidth + own > width + rounding) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? letterWidth : 0) + own;
    const over = Math.ceil((used - rounding) / width) - 1;
    lines += over;
    used -= over * width;
  }
  return lines;
}

/** The lowest in which all of them stand upright in so many lines; `null`: they are too long. */
function headHeight(heads: readonly string[], lines: number): number | null {
  for (let height = 44; height <= tallestHead; height += 4) {
    if (heads.every((words) => linesOf(words, height - 8) <= lines)) return height;
  }
  return null;
}
