/** Words in quotation marks. */
import type { Range } from './range.js';

/** With its quotation marks. A straight mark opens at a word and closes behind one. */
export const directSpeech = /“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|"(?!\s)[^"]+(?<!\s)"/gu;
/** UTF-16 units of a paragraph to each side that are looked at. */
const around = 2_000;

/** Whether all words at `range` stand within quotation marks, as far as their paragraph tells. */
export function isDirectSpeech(text: string, { start, end }: Range): boolean {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - around);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(lineEnd === -1 ? text.length : lineEnd, end + around);
  const quoted = [...text.slice(from, to).matchAll(directSpeech)].map(({ index, 0: words }) => ({
    start: from + index,
    end: from + index + words.length
  }));
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)];
  return (
    words.length > 0 &&
    words.every(({ index }) =>
      quoted.some((each) => each.start <= start + index && start + index < each.end)
    )
  );
}

/** The text with nothing where somebody is quoted, be it over lines and with marks of two kinds. */
export function withoutSpeech(text: string): string {
  return text.replace(/["“][^"”]*["”]/g, '');
}
