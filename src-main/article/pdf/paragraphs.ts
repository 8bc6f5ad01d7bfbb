/** Lines in reading order → paragraphs. Words that a line's end divided are joined again. */
import { type Line, median } from './piece.js';

/** @param pages lines in reading order, running heads taken out. */
export function toParagraphs(pages: readonly (readonly Line[])[]): readonly string[] {
  const lines = pages.flat();
  const leading = usualLeading(pages);
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []));
  const paragraphs: Line[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const paragraph = paragraphs.at(-1);
    if (before && paragraph && goesOn(before, line, lines, leading, paragraph))
      paragraph.push(line);
    else paragraphs.push([line]);
  });
  return paragraphs.map((each) => joinLines(each, words)).filter((text) => text !== '');
}

function usualLeading(pages: readonly (readonly Line[])[]): number {
  const steps = pages.flatMap((lines) =>
    lines.slice(1).map((line, i) => (lines[i]?.y ?? 0) - line.y)
  );
  return median(steps.filter((step) => step > 0));
}

function goesOn(
  before: Line,
  line: Line,
  all: readonly Line[],
  leading: number,
  paragraph: readonly Line[]
): boolean {
  if (Math.abs(before.size - line.size) > 0.12 * before.size) return false;
  if (/^(?:[•▪●◦‣–—*]\s|\(?\d{1,2}[.)]\s)/.test(line.text)) return false;
  const step = before.y - line.y;
  const open = !/[.!?…:][”"’')\]]*$/.test(before.text);
  // Up again or far down: a new column or page goes on where the sentence does.
  if (step < 0 || step > 6 * leading)
    return open && (/^\p{Ll}/u.test(line.text) || isHyphenated(before.text));
  if (step > 1.3 * Math.max(leading, 1.05 * line.size)) return false;
  if (isHyphenated(before.text)) return true;
  const column = all.filter(({ x, end }) => x < line.end && end > line.x);
  const left = Math.min(...paragraph.map(({ x }) => x), line.x);
  const indent = line.x - left;
  if (paragraph.length > 1 && indent > 0.8 * line.size && indent < 5 * line.size) return false;
  const right = quantile(
    column.map(({ end }) => end),
    0.9
  );
  // A line that ends well before the column does ends its paragraph, where a sentence ends there.
  return open || right - before.end < 0.25 * (right - left);
}

function isHyphenated(text: string): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(text);
}

function joinLines(lines: readonly Line[], words: ReadonlySet<string>): string {
  let text = '';
  for (const line of lines) {
    if (text === '') text = line.text;
    else if (isHyphenated(text) && /^\p{Ll}/u.test(line.text))
      text = joinDivided(text, line.text, words);
    else if (/\p{L}-$/u.test(text)) text += line.text;
    else text += ` ${line.text}`;
  }
  return text.replaceAll('\u00ad', '');
}

/** “agree-ment” is one word; “well-known” keeps its hyphen where the text writes it so elsewhere. */
function joinDivided(text: string, next: string, words: ReadonlySet<string>): string {
  const first = /[\p{L}-]+$/u.exec(text.slice(0, -1))?.[0].toLowerCase() ?? '';
  const second = /^[\p{L}-]+/u.exec(next)?.[0].toLowerCase() ?? '';
  const hyphened = words.has(`${first}-${second}`) && !words.has(first + second);
  return (hyphened ? text : text.slice(0, -1)) + next;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
