/**
 * From what Chromium prints to the document that leaves the house, in one pass and in place.
 * Equal input gives equal bytes: every date is the briefing's.
 */
import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import type { ContentsEntry } from '../../domain/publication/publication.js';
import { attachBundles, hashOf } from './attached-bundle.js';
import { checkOpened, checkSaved } from './check-finished.js';
import { hasContentsNumbers, putContentsNumbers } from './contents-numbers.js';
import { documentOfJob } from './document-of-job.js';
import { mendStructure, renumberStructure } from './mend-structure.js';
import { nameLinks } from './name-links.js';
import { openPdf, type OpenedPdf } from './opened-pdf.js';
import { putBack } from './page-content.js';
import { putHighlights } from './put-highlights.js';
import { writeMetadata } from './write-metadata.js';
import { writePdf } from './write-pdf.js';

export type Finished =
  | {
      readonly kind: 'finished';
      readonly pdf: Uint8Array;
      /** Of a page of changes that goes on overleaf, the beginnings of what does. */
      readonly over: readonly string[];
    }
  /** The contents list must be printed again with these numbers: the pages of its anchors. */
  | { readonly kind: 'again'; readonly pages: Readonly<Record<string, number>> }
  /** A one-page brief, or one of a book, that has more than one page: the beginnings of what does not fit. */
  | { readonly kind: 'too-long'; readonly over: readonly string[] };

/** `numbered`: the contents list was printed with its numbers, not with placeholders. */
export async function finishPdf(
  printed: Uint8Array,
  job: DocumentJob,
  numbered: boolean
): Promise<Finished> {
  const { edition, listed, headings, chapters, highlights, bundles, ...facts } = documentOfJob(job);
  const document = await PDFDocument.load(printed, {
    updateMetadata: false,
    // The thread has nothing else to do in between.
    parseSpeed: ParseSpeeds.Fastest
  });
  const pdf = openPdf(document);
  if (edition.template === 'brief') {
    const over = beyondOnePageEach(pdf, chapters);
    if (over) return { kind: 'too-long', over };
  }
  const over = edition.template === 'changes' ? overleaf(pdf, chapters) : [];
  if (listed.length > 0) {
    const right = numbered ? hasContentsNumbers(pdf, listed) : putContentsNumbers(pdf, listed);
    if (!right && numbered) throw new Error('The contents list names the wrong pages');
    if (!right) return { kind: 'again', pages: Object.fromEntries(pdf.destinations) };
  }
  const drawn = putHighlights(pdf, highlights);
  nameLinks(pdf, headings);
  mendStructure(pdf);
  checkOpened(pdf, highlights, drawn);
  for (const page of pdf.pages) putBack(document, page);
  attachBundles(document, bundles);
  const bundleHashes = bundles.map(({ bytes }) => hashOf(bytes));
  writeMetadata(document, {
    ...facts,
    language: 'en',
    program: 'Standpoint',
    bundleHashes,
    profile: edition.profile
  });
  renumberStructure(document);
  const saved = writePdf(document);
  checkSaved(saved, bundleHashes);
  return { kind: 'finished', pdf: saved, over };
}

/** What does not fit where each briefing is to be one page; `null` when all does. */
function beyondOnePageEach(
  pdf: OpenedPdf,
  chapters: readonly ContentsEntry[]
): readonly string[] | null {
  const starts = chapters.map((chapter) => ({
    ...chapter,
    page: pdf.destinations.get(chapter.anchor) ?? 1
  }));
  const first = starts[0]?.page ?? 1;
  if (pdf.pages.length < first + Math.max(1, chapters.length)) return null;
  const right = new Set([first, ...starts.map(({ page }) => page)]);
  return overflowOf(pdf, (page) => page < first || right.has(page)).map(({ page, words }) => {
    const chapter = starts.findLast((start) => start.page <= page);
    return chapter ? `${chapter.heading}: ${words}` : words;
  });
}

/** Notes are to follow a page of changes whose quotes it cannot hold; without them all of it is changes. */
function overleaf(pdf: OpenedPdf, chapters: readonly ContentsEntry[]): readonly string[] {
  if (chapters.length > 0 || pdf.destinations.has('note-1')) return [];
  return overflowOf(pdf, (page) => page === 1).map(({ words }) => words);
}

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
