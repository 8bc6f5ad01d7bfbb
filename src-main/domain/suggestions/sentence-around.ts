/** The sentence in which a stretch of a text stands, cut at its nearest ends; for people, not for analysis. */
import type { Range } from '../text/range.js';

/** UTF-16 units to each side beyond which a sentence is cut. */
const furthest = 400;

export function sentenceAround(text: string, { start, end }: Range): string {
  const before = text.slice(Math.max(0, start - furthest), start);
  const after = text.slice(end, end + furthest);
  const from = Math.max(
    0,
    ...[...before.matchAll(/[.!?…]["”’)\]]*\s|[\n\r]/g)].map((m) => m.index + m[0].length)
  );
  const to = /[.!?…]["”’)\]]*(?=\s|$)|[\n\r]/.exec(after);
  const rest = to ? after.slice(0, to.index + to[0].length) : after;
  return (before.slice(from) + text.slice(start, end) + rest).replace(/\s+/g, ' ').trim();
}
