/**
 * Text → sentences.
 *
 * A splitter of our own: `Intl.Segmenter` breaks after "U.S." and "Mr.", and takes time with the
 * square of the text's length in Node 20.
 */
import { endsWithAbbreviation } from './abbreviations.js';
import { type Range, trimRange } from './span.js';

/** A quotation left open for longer than this is taken for a stray mark. */
const longestQuotation = 600;

/** Lazily, in order, trimmed. A sentence does not end inside a quotation. */
export function* sentencesIn(text: string, within: Range): Generator<Range> {
  // The look-behind keeps a long run of stops from being tried at each of them.
  // Latin, Arabic and Devanagari stops need white space after them; Chinese and Japanese ones do not.
  const stop = /(?<![.!?…؟۔।])[.!?…؟۔।]+["”’»')\]]*(?=\s|$)|(?:[。！？｡]+["”’」』）》]*)/gu;
  let { start } = within;
  const quotes = trackQuotes(text, start);
  // Within the range only: a search through the rest of the text, paragraph by paragraph, adds up.
  for (const m of text.slice(within.start, within.end).matchAll(stop)) {
    const at = within.start + m.index;
    const end = at + m[0].length;
    if (quotes.isOpenAt(end) || !isSentenceEnd(text, start, at, m[0], within.end)) continue;
    yield trimRange(text, { start, end });
    start = end;
  }
  const rest = trimRange(text, { start, end: within.end });
  if (rest.start < rest.end) yield rest;
}

/** The first sentence, or the whole range when nothing ends within it. */
export function firstSentence(text: string, within: Range): Range {
  for (const sentence of sentencesIn(text, within)) return sentence;
  return within;
}

function isSentenceEnd(
  text: string,
  start: number,
  at: number,
  stop: string,
  limit: number
): boolean {
  const end = at + stop.length;
  const next = text.slice(end, Math.min(end + 40, limit)).trimStart();
  if (/^[\p{Ll}\p{Pd}]/u.test(next)) return false;
  if (!/^\.["”’»')\]]*$/.test(stop)) return true;
  const before = text.slice(Math.max(start, at - 14), at + 1);
  return !isListNumber(before) && !endsWithAbbreviation(before, next);
}

function isListNumber(before: string): boolean {
  return /(?:^|[\n\r])\s*\d{1,3}\.$/.test(before);
}

/** Answers for rising offsets only, so that the whole text is looked at once. */
function trackQuotes(text: string, from: number) {
  let at = from;
  let openedAt = -1;
  function isOpenAt(offset: number): boolean {
    for (; at < offset; at++) {
      const open = openedAt >= 0;
      const c = text[at];
      if (c === '“' || c === '„' || c === '«' || c === '「') openedAt = at;
      else if (c === '”' || c === '»' || c === '」') openedAt = -1;
      else if (c === '"') openedAt = open ? -1 : at;
    }
    return openedAt >= 0 && offset - openedAt <= longestQuotation;
  }
  return { isOpenAt };
}
