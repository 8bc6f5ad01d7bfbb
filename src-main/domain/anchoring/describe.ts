/** Names a stretch of text so that it can be found again, also after the text was changed elsewhere. */
import type { Selectors } from '../briefing/annotation.js';
import { splitsPair } from './splits-pair.js';

/** UTF-16 units kept of what stands before and after a quote. */
const contextLength = 64;

/**
 * Selectors of `text.slice(start, end)`, which https://www.w3.org/TR/annotation-model/#selectors
 * defines. A border that would split a surrogate pair moves outwards in the quote, inwards in the
 * context. Throws for an empty stretch or one outside the text: a selection cannot yield either.
 */
export function describe(text: string, start: number, end: number): Selectors {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No text at ${start} to ${end} of ${text.length}`);
  }
  const from = splitsPair(text, start) ? start - 1 : start;
  const to = splitsPair(text, end) ? end + 1 : end;
  const before = Math.max(0, from - contextLength);
  const after = Math.min(text.length, to + contextLength);
  return {
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(splitsPair(text, before) ? before + 1 : before, from),
      suffix: text.slice(to, splitsPair(text, after) ? after - 1 : after)
    },
    position: { start: from, end: to }
  };
}
