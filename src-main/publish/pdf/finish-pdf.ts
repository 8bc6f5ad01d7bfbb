/**
 * From what Chromium prints to the document that leaves the house, in one pass and in place.
 * Equal input gives equal bytes: every date is the briefing's.
 * Over 300 lines because each step is done to the same opened document.
 */
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef
} from '@cantoo/pdf-lib';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import {
  type ContentsEntry,
  pagesWithoutContents,
  placeholderFor
} from '../../domain/publication/publication.js';
import { type LastPage, scaleFor } from '../../domain/publication/last-page.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import { asRead } from '../../domain/text/direction.js';
import { attachBundles, hashOf } from './attached-bundle.js';
import { checkOpened, checkSaved } from './check-finished.js';
import { documentOfJob } from './document-of-job.js';
import { lastPageOf } from './page-fill.js';
import { lintDocument } from './lint/lint.js';
import { LookedAt } from './lint/looked-at.js';
import { mendStructure, renumberStructure } from './mend-structure.js';
import { languageOfPage, putOutputIntent, writeMetadata, writePacket } from './metadata.js';
import { nameGlyphs } from './name-glyphs.js';
import { inspectPdf, type OpenedPdf, wordsOfLink, type Words } from './opened-pdf.js';
import { putBack } from './page-content.js';
import { putHighlights } from './put-highlights.js';
import { writePdf } from './write-pdf.js';

export type Finished =
  | {
      readonly kind: 'finished';
      readonly pdf: Uint8Array;
      /** Of a page of changes that goes on overleaf, the beginnings of what does. */
      readonly over: readonly string[];
      /** Why it does not say that it is PDF/UA-1, rule by rule; none: it says so. */
      readonly faults: readonly string[];
    }
  /** The contents list must be printed again with these numbers: the pages of its anchors. */
  | { readonly kind: 'again'; readonly pages: Readonly<Record<string, number>> }
  /** It is to be printed with a contents list after all, or without: its pages are too many, or too few. */
  | { readonly kind: 'relist'; readonly listed: boolean }
  /** Its last page is nearly empty: it is to be printed again, larger or smaller. */
  | { readonly kind: 'sparse'; readonly last: LastPage; readonly scale: number }
  /** A one-page brief, or one of a book, that has more than one page: the beginnings of what does not fit. */
  | { readonly kind: 'too-long'; readonly over: readonly string[] }
  /** It cannot become the PDF/A-3u that it was to be: the rules that it breaks. */
  | { readonly kind: 'not-archival'; readonly faults: readonly string[] };

/** What earlier printings of the same document have settled. */
export interface Passes {
  /** The contents list was printed with its numbers, not with placeholders. */
  readonly numbered: boolean;
  /** Whether to print one has been decided by the pages. */
  readonly relisted: boolean;
  /** Its last page is to stay as it is. */
  readonly scaled: boolean;
}

export async function finishPdf(
  printed: Uint8Array,
  job: DocumentJob,
  { numbered, relisted, scaled }: Passes
): Promise<Finished> {
  const { edition, words, listed, headings, chapters, highlights, bundles, ...facts } =
    documentOfJob(job);
  const document = await PDFDocument.load(printed, {
    updateMetadata: false,
    // The thread has nothing else to do in between.
    parseSpeed: ParseSpeeds.Fastest
  });
  const pdf = inspectPdf(document);
  // In large print it may take more.
  if (edition.template === 'brief' && !edition.largePrint) {
    const over = beyondOnePageEach(pdf, chapters);
    if (over) return { kind: 'too-long', over };
  }
  const over = edition.template === 'changes' ? overleaf(pdf, chapters) : [];
  const isListed = listed.length > 0 && listed.every(({ anchor }) => pdf.destinations.has(anchor));
  if (listed.length > 0 && chapters.length === 0 && !numbered) {
    const isLong = pdf.pages.length > pagesWithoutContents;
    if (isLong !== isListed && !relisted) return { kind: 'relist', listed: isLong };
  }
  // Books are long, and printed twice they would take long.
  if (!scaled && chapters.length === 0) {
    const last = lastPageOf(pdf);
    const scale = scaleFor(last);
    if (scale !== null) return { kind: 'sparse', last, scale };
  }
  if (isListed) {
    const right = numbered
      ? hasContentsNumbers(pdf, listed, words)
      : putContentsNumbers(pdf, listed, words);
    if (!right && numbered) throw new Error('The contents list names the wrong pages');
    if (!right) return { kind: 'again', pages: Object.fromEntries(pdf.destinations) };
  }
  const drawn = putHighlights(pdf, highlights);
  nameLinks(pdf, headings, words);
  mendStructure(pdf);
  nameGlyphs(document, pdf.pages);
  checkOpened(pdf, highlights, drawn);
  for (const page of pdf.pages) putBack(document, page);
  if (bundles.length > 0) attachBundles(document, bundles);
  const bundleHashes = bundles.map(({ bytes }) => hashOf(bytes));
  renumberStructure(document);
  pdf.tree.listIdentifiers();
  const { archive, profile } = edition;
  if (archive) putOutputIntent(document);
  const language = languageOfPage(document);
  const metadata = { ...facts, language, program: 'Standpoint', bundleHashes, profile };
  writeMetadata(document, metadata, { ua: false, archive });
  const looked = new LookedAt(pdf, null);
  const broken = archive ? lintDocument(looked, ['archive']) : [];
  if (broken.length > 0) return { kind: 'not-archival', faults: broken };
  const faults = lintDocument(looked, ['ua']);
  if (faults.length === 0) writePacket(document, metadata, { ua: true, archive });
  const saved = writePdf(document);
  checkSaved(saved, bundleHashes);
  return { kind: 'finished', pdf: saved, over, faults };
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

interface Overflow {
  /** From 1. */
  readonly page: number;
  readonly words: string;
}

/** The beginnings of what stands on pages other than those of `right`, in reading order. */
function overflowOf(
  { document, tree, pages }: OpenedPdf,
  right: (page: number) => boolean
): readonly Overflow[] {
  const found: Overflow[] = [];
  for (const element of tree.elements.keys()) {
    if (!told.has(tree.typeOf(element)) || isHeadRow(document, tree, element)) continue;
    const pieces = tree.sequencesOf(element).map(({ page, mcid }) => {
      const index = pages.findIndex(({ ref }) => ref === page);
      const sequence = pages[index]?.content.sequences.find((each) => each.mcid === mcid);
      return { index, text: asRead(sequence?.text ?? '') };
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

/** Nothing but heads: that of a table is printed again on each of its pages. */
function isHeadRow(document: PDFDocument, tree: OpenedPdf['tree'], element: PDFRef): boolean {
  const dict = document.context.lookup(element);
  const cells = dict instanceof PDFDict ? dict.lookup(PDFName.of('K')) : undefined;
  return (
    tree.typeOf(element) === 'TR' &&
    cells instanceof PDFArray &&
    cells.asArray().every((cell) => cell instanceof PDFRef && tree.typeOf(cell) === 'TH')
  );
}

/** Says in words where each link leads, as readers aloud need it (ISO 14289-1, 7.18.5). */
function nameLinks(
  { document, links, destinations }: OpenedPdf,
  entries: readonly ContentsEntry[],
  words: PrintedWords
): void {
  const headings = new Map(entries.map(({ anchor, heading }) => [anchor, heading]));
  for (const { ref, annotation, anchor, address } of links) {
    // One that stood for marked words is a highlight now.
    if (!document.context.lookup(ref)) continue;
    const page = anchor === null ? undefined : destinations.get(anchor);
    const place = placeOf(anchor ?? '', headings, words);
    const named = address ?? (page === undefined ? place : words.onPage(place, page));
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(named));
  }
}

/** Anchors are named by the print page: `note-3`, `mark-3`, `claim-4`, in a book `b2-note-3`. */
function placeOf(
  anchor: string,
  headings: ReadonlyMap<string, string>,
  words: PrintedWords
): string {
  const heading = headings.get(anchor);
  if (heading !== undefined) return heading;
  const [, what = '', number = ''] = /^(?:b\d+-)?(\w+)-(\d+)$/.exec(anchor) ?? [];
  switch (what) {
    case 'note':
      return words.note(number);
    case 'mark':
      return words.wordsOfNote(number);
    case 'claim':
      return words.ledgerEntry(number);
    default:
      return words.elsewhere;
  }
}

/**
 * Page numbers in the contents list. Chromium lacks `target-counter`: the list is printed with a
 * placeholder for every number, and the digits are exchanged in the page's own drawing operations.
 */

/**
 * Exchanges every placeholder for its page. `false` when that cannot be done with the glyphs that
 * were printed; nothing is changed then.
 */
function putContentsNumbers(
  pdf: OpenedPdf,
  contents: readonly ContentsEntry[],
  { digits, direction }: PrintedWords
): boolean {
  const found = contents.map(({ anchor }, index) =>
    findWords(pdf, anchor, digits(placeholderFor(index)))
  );
  const glyphs = new Map<string, string>();
  found.forEach((words, index) => {
    words?.sequence.glyphs.forEach(({ code }, place) => {
      const digit = digits(placeholderFor(index))[place];
      if (digit !== undefined) glyphs.set(digit, code);
    });
  });
  const changes = contents.map(({ anchor }, index) => {
    const page = pdf.destinations.get(anchor);
    const words = found[index];
    return words && page !== undefined
      ? linesWith(words, digits(String(page)), direction, glyphs)
      : null;
  });
  if (changes.includes(null)) return false;
  changes.forEach((lines, index) => {
    for (const [line, text] of lines ?? []) found[index]?.page.changed.set(line, text);
  });
  return true;
}

/** Whether a list that was printed with its numbers has the right ones. */
export function hasContentsNumbers(
  pdf: OpenedPdf,
  contents: readonly ContentsEntry[],
  { digits }: Pick<PrintedWords, 'digits'>
): boolean {
  return contents.every(
    ({ anchor }) => findWords(pdf, anchor, digits(String(pdf.destinations.get(anchor)))) !== null
  );
}

function findWords(pdf: OpenedPdf, anchor: string, number: string): Words | null {
  for (const link of pdf.links) {
    if (link.anchor !== anchor) continue;
    const words = wordsOfLink(pdf, link.ref).find(
      ({ sequence }) => sequence.text.trim() === number
    );
    if (words) return words;
  }
  return null;
}

/** The lines that draw `number` at the outer end of the placeholder; `null` where a digit has no glyph. */
function linesWith(
  { page, sequence }: Words,
  number: string,
  direction: PrintedWords['direction'],
  codes: ReadonlyMap<string, string>
): readonly (readonly [number, string])[] | null {
  const { glyphs } = sequence;
  const { length } = glyphs;
  const digits = [
    ...(direction === 'rtl' ? number.padEnd(length, ' ') : number.padStart(length, ' '))
  ];
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
