/**
 * Follows ranges through one contiguous edit, exactly: what each keystroke does.
 *
 * As in CodeMirror's `mapPos`, a start goes with the text after it and an end with the text before
 * it: what is typed at a border stays outside, what replaces a part of the quote stays inside.
 */
import type { Range } from '../text/range.js';
import { stretchBetween } from '../text/stretch.js';

/** `removed` units at `at` gave way to `inserted` others. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The shortest stretch of whole characters that explains the difference; `null` when there is none. */
export function findEdit(before: string, after: string): Edit | null {
  if (before === after) return null;
  const [at, removed, added] = stretchBetween(before, after, true);
  return { at, removed, inserted: added.length };
}

/** `null` when every character of the range was removed: nothing is left to point at. */
export function followEdit(range: Range, edit: Edit): Range | null {
  const { at, removed, inserted } = edit;
  const until = at + removed;
  if (removed > 0 && at <= range.start && range.end <= until) return null;
  return {
    start: range.start < at || (range.start === at && removed > 0) ? range.start : startAfter(),
    end: range.end <= at ? range.end : endAfter()
  };

  function startAfter(): number {
    return Math.max(range.start, until) - removed + inserted;
  }

  function endAfter(): number {
    return range.end < until ? at : range.end - removed + inserted;
  }
}
