/** What of a one-page brief came to stand on later pages, so that its author knows what to cut. */
import type { OpenedPdf } from './opened-pdf.js';

/** Headings, list items and rows; characters of each that are told. */
const told = new Set(['H2', 'LI', 'TR', 'P']);
const maxLength = 48;

/** The beginnings of what does not fit, in reading order; empty when all is on the first page. */
export function overflowOf({ tree, pages }: OpenedPdf): readonly string[] {
  if (pages.length < 2) return [];
  const found: string[] = [];
  for (const element of tree.elements.keys()) {
    if (!told.has(tree.typeOf(element))) continue;
    const pieces = tree.sequencesOf(element).map(({ page, mcid }) => {
      const index = pages.findIndex(({ ref }) => ref === page);
      const sequence = pages[index]?.content.sequences.find((each) => each.mcid === mcid);
      return { index, text: sequence?.text ?? '' };
    });
    const words = pieces.map(({ text }) => text.trim()).filter((text) => text !== '');
    if (pieces.some(({ index }) => index > 0) && words.length > 0) {
      found.push(words.join(' ').replace(/\s+/g, ' ').slice(0, maxLength).trim());
    }
  }
  return found;
}
