/** Plain text → outline: recognises title and subtitle in the first lines. */
import { firstSentence } from '../../domain/text/sentences.js';
import { isGreeting } from '../composed/stands-alone.js';
import { headlineWithStop, longestSentence } from './headline.js';
import { datelineLength, type Outline } from './outline.js';
import { longestWrappedLine, splitLines } from './paragraphs.js';
import { type Range, trimRange } from '../../domain/text/range.js';

export function outlineText(text: string): Outline {
  const lines = firstLines(text, 5);
  const [first, second, third] = lines;
  const all = { start: 0, end: text.length };
  if (!first || !second || !(isTitle(text, first, second) || isSentence(text, lines))) {
    return { title: null, dek: null, sections: [{ heading: null, body: all }] };
  }
  const dek = third && isDek(text, second, third) ? second : null;
  const afterHead = lines.slice(dek ? 2 : 1);
  const body = afterHead.find((line) => !isByline(slice(text, line))) ?? afterHead[0];
  const start = body?.start ?? text.length;
  return { title: first, dek, sections: [{ heading: null, body: { start, end: text.length } }] };
}

/** Lines that hold something, trimmed. */
function firstLines(text: string, count: number): Range[] {
  const head = { start: 0, end: Math.min(text.length, 20_000) };
  const lines = splitLines(text, head).map((line) => trimRange(text, line));
  return lines.filter((line) => line.start < line.end).slice(0, count);
}

/** A short line without a full stop that the next line does not continue. */
function isTitle(text: string, line: Range, next: Range): boolean {
  const title = slice(text, line);
  if (title.length > 160 || !/\p{L}/u.test(title) || isByline(title)) return false;
  if (isSection(text, line, next)) return true;
  if (/[.,;:。，；：،؛۔।]["”’»)」]*$/u.test(title) || startsListItem(title)) return false;
  return isApart(text, line, next) || !/^\p{Ll}/u.test(slice(text, next));
}

/** A headline that is a sentence with its full stop: a byline, a dateline or a lead that says it again follows. */
function isSentence(text: string, [first, second, ...more]: readonly Range[]): boolean {
  if (!first || !second || !isApart(text, first, second)) return false;
  if (!isOneSentence(text, first)) return false;
  const lines = [second, ...more];
  const told = lines.filter((line) => !isByline(slice(text, line)));
  return (
    told.length < lines.length ||
    lines.some((line) => datelineLength(slice(text, line)) > 0) ||
    headlineWithStop(text, [first, ...told]) !== null
  );
}

function isOneSentence(text: string, line: Range): boolean {
  const words = slice(text, line);
  return (
    words.length <= longestSentence &&
    /\S \S+ \S/u.test(words) &&
    /(?<![.…])[.。]["”’»]?$/u.test(words) &&
    !isByline(words) &&
    !startsListItem(words) &&
    !isGreeting(words) &&
    firstSentence(text, line).end === line.end
  );
}

/** “2. Of the harbour”, and no point of a list. */
function isSection(text: string, line: Range, next: Range): boolean {
  const heading = slice(text, line);
  return (
    /^\d{1,2}\. \p{Lu}/u.test(heading) &&
    !/[.,;:]$/.test(heading) &&
    isApart(text, line, next) &&
    !/^\d{1,2}[.)] /.test(slice(text, next))
  );
}

/** Ends like a headline, and is not the first line of a wrapped paragraph. */
function isDek(text: string, line: Range, next: Range): boolean {
  const dek = slice(text, line);
  if (dek.length < 12 || dek.length > 300 || isByline(dek) || startsListItem(dek)) return false;
  if (/\S(?:\t| {2})/.test(dek) || /[.!?…:。！？؟۔।]["”’»')」]*$/u.test(dek)) return false;
  const after = slice(text, next);
  return isApart(text, line, next) || isByline(after) || after.length > longestWrappedLine;
}

/** Who wrote it, or when: kept in the source, of no use in a card. */
function isByline(line: string): boolean {
  if (line.length > 80 || /[.!?]$/.test(line)) return false;
  return (
    /^(?:by|von|par|por)\s+\p{Lu}/u.test(
      line.replace(/^(?:By|Von|Par|Por)\b/, (by) => by.toLowerCase())
    ) ||
    /^by (?:our|the) /i.test(line) ||
    /^(?:published|updated|posted|last updated)\b/i.test(line) ||
    /^(?:\p{L}+,?\s+)?(?:\d{1,2}\.?\s+\p{L}+|\p{L}+\s+\d{1,2},?)\s+\d{4}\b/u.test(line) ||
    /^\d{4}-\d{2}-\d{2}\b/.test(line)
  );
}

function startsListItem(line: string): boolean {
  return /^(?:[-*•–—>]|\d+[.)])\s/u.test(line);
}

/** A blank line stands between the two. */
function isApart(text: string, line: Range, next: Range): boolean {
  return splitLines(text, { start: line.end, end: next.start }).length > 1;
}

function slice(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}
