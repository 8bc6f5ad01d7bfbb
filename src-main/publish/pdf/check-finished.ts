/** What must be true of a PDF before it is written. A fault here is one of the program, so it throws. */
import { bundlesIn, carryingEntries, hashOf } from './attached-bundle.js';
import type { OpenedPdf } from './opened-pdf.js';
import type { PrintedHighlight } from './document-of-job.js';
import type { WordsByHighlight } from './put-highlights.js';
import { readCatalog } from './saved-pdf.js';

/** Every link leads somewhere, and every highlight stands on its quote. */
export function checkOpened(
  pdf: OpenedPdf,
  highlights: ReadonlyMap<string, PrintedHighlight>,
  drawn: WordsByHighlight
): void {
  const anchors = pdf.links.flatMap(({ anchor }) => anchor ?? []);
  const lost = anchors.filter((anchor) => !pdf.destinations.has(anchor));
  if (lost.length > 0) {
    throw new Error(`The printed document has no page for ${[...new Set(lost)].join(', ')}`);
  }
  for (const [id, words] of drawn) {
    const quote = highlights.get(id)?.quote ?? '';
    if (!standsOn(words, quote)) {
      throw new Error(`The highlight ${id} stands on “${words}”, not on “${quote}”`);
    }
  }
}

/** The attachments read back, byte for byte and in their order, and the file's own table finds them. */
export function checkSaved(pdf: Uint8Array, hashes: readonly string[]): void {
  const attached = bundlesIn(readCatalog(pdf, carryingEntries));
  const readBack = attached.map(({ genuine, bytes }) => (genuine ? hashOf(bytes) : ''));
  if (readBack.join(' ') !== hashes.join(' ')) {
    throw new Error('The briefing attached to the printed document does not read back');
  }
}

/**
 * Right-to-left words are drawn from the left, and a glyph that no font has names no character: so
 * no character may be drawn that the quote lacks, and half of the quote must be there.
 */
export function standsOn(words: string, quote: string): boolean {
  const left = new Map<string, number>();
  for (const sign of lettersOf(quote)) left.set(sign, (left.get(sign) ?? 0) + 1);
  const drawn = lettersOf(words);
  for (const sign of drawn) {
    const count = left.get(sign) ?? 0;
    if (count === 0) return false;
    left.set(sign, count - 1);
  }
  return drawn.length * 2 >= lettersOf(quote).length || drawn.length === 0;
}

/** Ligatures and shaped letters taken apart; spaces and soft hyphens, which lines drop, left out. */
function lettersOf(text: string): readonly string[] {
  return [...text.normalize('NFKD').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, '')];
}
