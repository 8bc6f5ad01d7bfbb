/** Where an orphan's words stood, by what stood around them, and what stands there now. Never certain: to be shown and asked. */
import type { TextQuoteSelector } from '../briefing/annotation.js';
import type { Range } from '../text/range.js';

interface SuggestedPlace {
  /** Where the words stood, as near as can be told. */
  readonly place: number;
  /** What stands between their neighbours now; `null` when nothing does, or a neighbour is gone. */
  readonly range: Range | null;
}

/** Units of context to look for, the longest first: less of it is easier to find and says less. */
const longest = 64;
const lengths = [longest, 32, 16, 8];

/** `around`: where the words were last; of several likely places the nearest is taken. */
export function suggestPlace(
  text: string,
  { exact, prefix, suffix }: TextQuoteSelector,
  around: number
): SuggestedPlace {
  const near = Math.max(0, Math.min(around, text.length));
  // Context shorter than is kept of it reached to the edge of its text.
  const isFirst = prefix.length < longest && text.startsWith(prefix);
  const isLast = suffix.length < longest && text.endsWith(suffix);
  const left = findNeighbour(text, (length) => prefix.slice(-length), near - prefix.length);
  const start = isFirst ? prefix.length : (left?.end ?? null);
  const right = findNeighbour(text, (length) => suffix.slice(0, length), start ?? near);
  const end = isLast ? text.length - suffix.length : (right?.start ?? null);
  if (start === null || end === null) return { place: start ?? end ?? near, range: null };
  const isLikely = start < end && end - start <= 4 * exact.length + 200;
  return { place: start, range: isLikely ? trimmed(text, { start, end }) : null };
}

function findNeighbour(text: string, cut: (length: number) => string, near: number): Range | null {
  for (const length of lengths) {
    const words = cut(length);
    if (words.trim().length < Math.min(6, length)) return null;
    const start = nearest(text, words, near);
    if (start !== null) return { start, end: start + words.length };
  }
  return null;
}

function nearest(text: string, words: string, near: number): number | null {
  const after = text.indexOf(words, Math.max(0, near));
  const before = text.lastIndexOf(words, Math.max(0, near));
  if (after < 0 || before < 0) return after < 0 ? (before < 0 ? null : before) : after;
  return near - before < after - near ? before : after;
}

function trimmed(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}
