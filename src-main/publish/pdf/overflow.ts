/** What of a one-page brief came to stand on later pages, so that its author knows what to cut. */
import type { OpenedPdf } from './opened-pdf.js';

/** Headings, list items and rows; characters of each that are told. */
const told = new Set(['H2', 'LI', 'TR', 'P']);
const maxLength = 48;

export interface Overflow {
  /** From 1. */
  readonly page: number;
  readonly words: string;
}

/** The beginnings of what stands on pages other than those of `right`, in reading order. */
export function overflowOf(
  { tree, pages }: OpenedPdf,
  right: (page: number) => boolean
): readonly Overflow[] {
  const found: Overflow[] = [];
  for (const element of tree.elements.keys()) {
    if (!told.has(tree.typeOf(element))) continue;
    const pieces = tree.sequencesOf(element).map(({ page, mcid }) => {
      const index = pages.findIndex(({ ref }) => ref === page);
      const sequence = pages[index]?.content.sequences.find((each) => each.mcid === mcid);
      return { index, text: sequence?.text ?? '' };
    });
    const words = pieces.map(({ text }) => text.trim()).filter((text) => text !== '');
    const beyond = pieces.find(({ index }) => index >= 0 && !right(index + 1));
    if (beyond && words.length > 0) {
      const line = words.join(' ').replace(/\s+/g, ' ').slice(0, maxLength).trim();
      found.push({ page: beyond.index + 1, words: line });
    }
  }
  return found;
}
