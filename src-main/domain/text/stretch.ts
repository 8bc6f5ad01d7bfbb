/** What differs between two texts as one stretch: how a change of a long text is kept and travels. Pure. */
import { splitsPair } from './range.js';

/** `[at, cut, add]`: at offset `at`, in UTF-16 units, `cut` units gave way to `add`. */
export type TextStretch = readonly [at: number, cut: number, add: string];

/**
 * The shortest one that makes `after` of `before`. It may part a character of two units, as texts may,
 * unless it is to hold `whole` characters.
 */
export function stretchBetween(before: string, after: string, whole = false): TextStretch {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  if (whole && (splitsPair(before, at) || splitsPair(after, at))) at -= 1;
  let end = 0;
  const lastOf = (text: string) => text.charCodeAt(text.length - 1 - end);
  while (end < most - at && lastOf(before) === lastOf(after)) end += 1;
  const splitsAtEnd = (text: string) => splitsPair(text, text.length - end);
  if (whole && (splitsAtEnd(before) || splitsAtEnd(after))) end -= 1;
  return [at, before.length - at - end, after.slice(at, after.length - end)];
}

/** `null` when the stretch does not fit the text. */
export function withStretch(text: string, [at, cut, add]: TextStretch): string | null {
  if (at < 0 || cut < 0 || at + cut > text.length) return null;
  return text.slice(0, at) + add + text.slice(at + cut);
}
