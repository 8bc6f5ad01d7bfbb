/**
 * Page numbers in the contents list. Chromium lacks `target-counter`: the list is printed with a
 * placeholder for every number, and the digits are exchanged in the page's own drawing operations.
 */
import type { ContentsEntry } from '../../domain/publication/publication.js';
import { placeholderFor } from '../../domain/publication/placeholder.js';
import { wordsOf, type OpenedPdf, type Words } from './opened-pdf.js';

/**
 * Exchanges every placeholder for its page. `false` when that cannot be done with the glyphs that
 * were printed; nothing is changed then.
 */
export function putContentsNumbers(pdf: OpenedPdf, contents: readonly ContentsEntry[]): boolean {
  const found = contents.map(({ anchor }, index) => findWords(pdf, anchor, placeholderFor(index)));
  const glyphs = new Map<string, string>();
  found.forEach((words, index) => {
    words?.sequence.glyphs.forEach(({ code }, place) => {
      const digit = placeholderFor(index)[place];
      if (digit !== undefined) glyphs.set(digit, code);
    });
  });
  const changes = contents.map(({ anchor }, index) => {
    const page = pdf.destinations.get(anchor);
    const words = found[index];
    return words && page !== undefined ? linesWith(words, String(page), glyphs) : null;
  });
  if (changes.includes(null)) return false;
  changes.forEach((lines, index) => {
    for (const [line, text] of lines ?? []) found[index]?.page.changed.set(line, text);
  });
  return true;
}

/** Whether a list that was printed with its numbers has the right ones. */
export function hasContentsNumbers(pdf: OpenedPdf, contents: readonly ContentsEntry[]): boolean {
  return contents.every(
    ({ anchor }) => findWords(pdf, anchor, String(pdf.destinations.get(anchor))) !== null
  );
}

function findWords(pdf: OpenedPdf, anchor: string, number: string): Words | null {
  for (const link of pdf.links) {
    if (link.anchor !== anchor) continue;
    const words = wordsOf(pdf, link.ref).find(({ sequence }) => sequence.text.trim() === number);
    if (words) return words;
  }
  return null;
}

/** The lines that draw `number` at the right end of the placeholder; `null` where a digit has no glyph. */
function linesWith(
  { page, sequence }: Words,
  number: string,
  codes: ReadonlyMap<string, string>
): readonly (readonly [number, string])[] | null {
  const { glyphs } = sequence;
  const digits = [...number.padStart(glyphs.length, ' ')];
  if (digits.length !== glyphs.length) return null;
  if (new Set(glyphs.map(({ line }) => line)).size !== glyphs.length) return null;
  const lines: [number, string][] = [];
  for (const [place, { line }] of glyphs.entries()) {
    const digit = digits[place] ?? ' ';
    const code = codes.get(digit);
    if (digit !== ' ' && code === undefined) return null;
    const drawn = digit === ' ' ? '' : `<${code}> Tj`;
    lines.push([line, (page.content.lines[line] ?? '').replace(/<[^>]*> Tj$/, drawn)]);
  }
  return lines;
}
