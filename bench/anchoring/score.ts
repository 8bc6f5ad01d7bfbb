/** Compares where annotations were carried with where they belong. */
import type { CarryResult } from '../../src-main/domain/anchoring/carry.js';
import type { Range } from '../../src-main/domain/text/range.js';
import type { Revised } from './revise.js';

export interface Score {
  /** Quotes of which at least half survives in one place, and how many were found there. */
  surviving: number;
  right: number;
  /** Of the right ones, those that are flagged for a look all the same. */
  rightFlagged: number;
  /** Quotes of which nothing, or next to nothing, is left, and how many were placed all the same. */
  deleted: number;
  falselyPlaced: number;
  /** Wrong answers of either sort that are not flagged for a look. */
  silentlyWrong: number;
  /** Of the surviving, those whose words stand unchanged and occur once before and once after. */
  unique: number;
  uniqueRight: number;
}

export function emptyScore(): Score {
  return {
    surviving: 0,
    right: 0,
    rightFlagged: 0,
    deleted: 0,
    falselyPlaced: 0,
    silentlyWrong: 0,
    unique: 0,
    uniqueRight: 0
  };
}

export function addScore(total: Score, part: Score): void {
  for (const name of Object.keys(part) as (keyof Score)[]) total[name] += part[name];
}

/**
 * Between "survives" and "deleted" no answer is plainly right or wrong: those are left out, and so
 * are deleted quotes of a sentence that was copied, since a moved and edited one looks the same.
 */
export function judge(score: Score, revised: Revised, anchor: Range, result: CarryResult): void {
  const { share, range } = whereItWent(revised, anchor);
  const isFlagged = result.status === 'orphan' || result.status === 'replaced';
  if (share >= 0.5) {
    const isRight = result.range !== null && overlap(result.range, range) >= 0.5;
    score.surviving++;
    if (isRight && isFlagged) score.rightFlagged++;
    if (isRight) score.right++;
    else if (!isFlagged) score.silentlyWrong++;
    if (isUnique(revised, anchor)) {
      score.unique++;
      if (isRight) score.uniqueRight++;
    }
  } else if (share <= 0.1 && !isCopied(revised, anchor)) {
    score.deleted++;
    if (isFlagged) return;
    score.falselyPlaced++;
    score.silentlyWrong++;
  }
}

/** The largest part of the quote that stands together now, and its share of the quote. */
function whereItWent({ before, origin }: Revised, anchor: Range) {
  let best = { start: 0, end: 0, count: 0 };
  let current = best;
  const reach = 3 * (anchor.end - anchor.start) + 200;
  for (let i = 0; i < origin.length; i++) {
    const from = origin[i] ?? -1;
    if (from < anchor.start || from >= anchor.end || /\s/.test(before.charAt(from))) continue;
    current =
      current.count > 0 && i - current.end <= reach
        ? { start: current.start, end: i + 1, count: current.count + 1 }
        : { start: i, end: i + 1, count: 1 };
    if (current.count > best.count) best = current;
  }
  const whole = before.slice(anchor.start, anchor.end).replace(/\s/g, '').length;
  return { share: best.count / whole, range: best };
}

function isCopied({ copied }: Revised, anchor: Range): boolean {
  return copied.some(({ start, end }) => start < anchor.end && anchor.start < end);
}

function overlap(a: Range, b: Range): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Once before, and once after as the same characters: not as others that happen to say the same. */
function isUnique({ before, after, origin }: Revised, { start, end }: Range): boolean {
  const quote = before.slice(start, end);
  const placeIn = (text: string) => {
    const at = text.indexOf(quote);
    return at >= 0 && text.indexOf(quote, at + 1) < 0 ? at : null;
  };
  const now = placeIn(after);
  return placeIn(before) !== null && now !== null && origin[now] === start;
}
