/** Plain text → outline: recognises title and subtitle in the first lines. */
import type { Outline } from './outline.js';
import { splitLines } from './paragraphs.js';
import { type Range, trimRange } from './span.js';

export function outlineText(text: string): Outline {
  const lines = firstLines(text, 5);
  const [first, second, third] = lines;
  const all = { start: 0, end: text.length };
  if (!first || !second || !isTitle(text, first, second)) {
    return { title: null, dek: null, sections: [{ heading: null, body: all }] };
  }
  const dek = third && isDek(text, second) ? second : null;
  const afterHead = lines.slice(dek ? 2 : 1);
  const body =
    afterHead.find((line) => !isByline(text.slice(line.start, line.end))) ?? afterHead[0];
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
  const title = text.slice(line.start, line.end);
  if (title.length > 160 || !/\p{L}/u.test(title)) return false;
  if (/[.,;:。，；：،؛۔।]["”’»)」]*$/u.test(title) || /^(?:[-*•–—>]|\d+[.)])\s/u.test(title))
    return false;
  const adjoins = !/[\n\r\u2028\u2029]\s*[\n\r\u2028\u2029]/.test(
    text.slice(line.end, next.start).replace(/\r\n/g, '\n')
  );
  return !(adjoins && /^\p{Ll}/u.test(text.slice(next.start, next.start + 2)));
}

/** Ends like a headline and is longer than a byline, shorter than most paragraphs. */
function isDek(text: string, line: Range): boolean {
  const dek = text.slice(line.start, line.end);
  if (dek.length > 300 || isByline(dek) || /^(?:[-*•–—>]|\d+[.)])\s/u.test(dek)) return false;
  return /\s/.test(dek) && !/[.!?…:。！？؟۔।]["”’»')」]*$/u.test(dek);
}

/** Who wrote it, or when: kept in the source, of no use in a card. */
function isByline(line: string): boolean {
  if (line.length > 80 || /[.!?]$/.test(line)) return false;
  return (
    /^(?:by|von|par|por)\s+\p{Lu}/iu.test(line) ||
    /^(?:(?:published|updated|posted|last updated)\b.*|(?:\p{L}+,?\s+)?(?:\d{1,2}\.?\s+\p{L}+|\p{L}+\s+\d{1,2},?)\s+\d{4}.*|\d{4}-\d{2}-\d{2})$/iu.test(
      line
    )
  );
}
