/** PDF → Markdown of its text, with the headings, lists and tables that its structure or its layout tells. */
import { type ArticleFacts, noFacts } from '../../domain/program/article.js';
import type { Extracted } from '../extracted.js';
import { readDate } from '../../domain/text/read-date.js';
import { mapText, type RawBlock, type Line, isSentenceOpen } from './piece.js';
import { linesInReadingOrder } from './columns.js';
import { findHeadings } from './headings.js';
import { WordsSeen, toLines, isHyphenated } from './lines.js';
import { findItems, toParagraphs } from './paragraphs.js';
import { openPdf, type Pdf, type PdfPage } from './open-pdf.js';
import { readMargins } from './page-margins.js';
import { readStructure, type StructuredPage } from './structure.js';
import { linesAndTables } from './tables.js';
import { writeBlocks } from './write-blocks.js';
import { ExpectedFailure } from '../../domain/base/result.js';

/** The share of a document's letters that its structure must hold to be believed. */
const believed = 0.85;

/** Takes `bytes` for itself. Throws an `ExpectedFailure` for what is no PDF, and for one whose pages are pictures only. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Extracted> {
  const pdf = await openPdf(name, bytes);
  const pages = await readPages(pdf);
  const raw = joinTables(isStructured(pages) ? fromStructure(pages) : fromLayout(pages));
  const words = new WordsSeen();
  for (const { lines } of pages) words.add(lines);
  const headed = raw.some(({ kind }) => kind === 'heading') ? raw : findHeadings(raw);
  const blocks = headed.map((block) => mapText(block, (lines) => words.join(lines)));
  const text = writeBlocks(findItems(blocks));
  const textless = {
    count: pdf.count,
    pictures: numbersOf(pages, 'picture'),
    damaged: numbersOf(pages, 'damaged')
  };
  if (!/[\p{L}\p{N}]/u.test(text)) throw withoutText(name, textless);
  return {
    format: 'markdown',
    text,
    facts: factsOf(pdf, pages),
    missing: tellMissing(name, textless)
  };
}

interface ReadPage {
  /** From top to bottom, then from left to right, with tables where there is no structure that knows better. */
  readonly lines: readonly Line[];
  /** `null` for a page without structure. */
  readonly structure: StructuredPage | null;
  readonly without: PdfPage['without'];
}

async function readPages(pdf: Pdf): Promise<readonly ReadPage[]> {
  const read: ReadPage[] = [];
  for await (const { pieces, structure, rules, without } of pdf.pages()) {
    const number = read.length + 1;
    read.push({
      lines: structure ? toLines(pieces) : await linesAndTables(pieces, number, rules),
      structure: structure && readStructure(structure, pieces, number),
      without
    });
  }
  return read;
}

function isStructured(pages: readonly ReadPage[]): boolean {
  let [held, all] = [0, 0];
  for (const { structure, lines } of pages) {
    held += structure?.held ?? 0;
    all += structure?.all ?? lines.reduce((sum, { text }) => sum + text.length, 0);
  }
  return held > 0 && held >= believed * all;
}

function fromStructure(pages: readonly ReadPage[]): readonly RawBlock[] {
  return joinPages(
    pages.map(({ structure, lines }) => [
      ...(structure?.blocks ?? []),
      ...toParagraphs([linesInReadingOrder(structure ? toLines(structure.rest) : lines)])
    ])
  );
}

function fromLayout(pages: readonly ReadPage[]): readonly RawBlock[] {
  return toParagraphs(dropRunningHeads(pages.map(({ lines }) => lines)).map(linesInReadingOrder));
}

function numbersOf(pages: readonly ReadPage[], why: PdfPage['without']): number[] {
  return pages.flatMap(({ without }, i) => (without === why ? [i + 1] : []));
}

function factsOf({ info }: Pdf, pages: readonly ReadPage[]): ArticleFacts {
  const stated = (key: string) => (info[key] ?? '').replace(/\s+/g, ' ').trim();
  const title = stated('Title');
  return {
    ...noFacts,
    // Programs put the name of their own file there.
    title: /^(?:untitled|microsoft word -)|\.(?:docx?|indd|qxd|rtf|odt|tex)$/i.test(title)
      ? ''
      : title,
    author: stated('Author'),
    made: readDate(stated('CreationDate')) ?? readDate(stated('ModDate')),
    ...readMargins(pages.map(({ lines }) => lines.map(({ text }) => text)))
  };
}

/** The blocks of pages → those of the document: what a page's end cut is joined again. */

/** Of a document whose structure is known: a text, an item or a table that goes on begins anew on each page. */
function joinPages(pages: readonly (readonly RawBlock[])[]): readonly RawBlock[] {
  const joined: RawBlock[] = [];
  for (const blocks of pages) {
    blocks.forEach((block, i) => {
      const before = joined.at(-1);
      const whole = i === 0 && before ? joinOver(before, block) : null;
      if (whole) joined[joined.length - 1] = whole;
      else joined.push(block);
    });
  }
  return joined;
}

/** The rest of a table on the next page, with its head again or without. */
function joinTables(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const joined: RawBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const whole = before && joinTable(before, block);
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(block);
  }
  return joined;
}

function joinOver(before: RawBlock, block: RawBlock): RawBlock | null {
  if (before.kind !== 'text' && before.kind !== 'item') return null;
  if (block.kind !== 'text' && !(block.kind === 'item' && block.sign === '')) return null;
  const [last, first] = [before.text.at(-1)?.text ?? '', block.text[0]?.text ?? ''];
  const goesOn = /^\p{Ll}/u.test(first) || isHyphenated(last);
  return isSentenceOpen(last) && goesOn
    ? { ...before, text: [...before.text, ...block.text] }
    : null;
}

function joinTable(before: RawBlock, block: RawBlock): RawBlock | null {
  if (before.kind !== 'table' || block.kind !== 'table' || before.page === block.page) return null;
  const [head, again] = [before.rows[0] ?? [], block.rows[0] ?? []];
  if (widthOf(before.rows) !== widthOf(block.rows)) return null;
  const rest = textOf(head) === textOf(again) ? block.rows.slice(1) : block.rows;
  // Its page is that of its last rows: it may go on for a third time.
  return { ...block, rows: [...before.rows, ...rest] };
}

function widthOf(rows: readonly (readonly unknown[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function textOf(row: readonly (readonly Line[])[]): string {
  return row.map((cell) => cell.map(({ text }) => text).join(' ')).join('\0');
}

/** What to say of pages that have no text: they are pictures, or damaged. */

/** Of a whole document: how many pages it has, and which of them, from 1, have no text and why. */
interface TextlessPages {
  readonly count: number;
  readonly pictures: readonly number[];
  readonly damaged: readonly number[];
}

/** Why a document has no text at all. */
export function withoutText(
  name: string,
  { count, pictures, damaged }: TextlessPages
): ExpectedFailure {
  if (damaged.length > 0) {
    return new ExpectedFailure(
      'not-a-pdf',
      `${name} cannot be read: page ${inRuns(damaged)} of ${count} is damaged, and no other has text.`
    );
  }
  if (count === 0) return new ExpectedFailure('empty-file', `${name} has no pages.`);
  const many = count === 1 ? 'its one page is a picture' : `its ${count} pages are pictures`;
  return pictures.length > 0
    ? new ExpectedFailure(
        'scanned',
        `${name} is scanned: ${many}, without text. Run text recognition (OCR) over it and try again.`
      )
    : new ExpectedFailure('empty-file', `${name} holds no words.`);
}

/** A sentence for each kind of page whose text is missing. */
function tellMissing(name: string, { count, pictures, damaged }: TextlessPages): string[] {
  const sentences: string[] = [];
  if (pictures.length > 0) {
    const [noun, verb, them] =
      pictures.length === 1 ? ['Page', 'is a picture', 'it'] : ['Pages', 'are pictures', 'them'];
    sentences.push(
      `${noun} ${inRuns(pictures)} of ${count} of ${name} ${verb} without text, and missing here. Text recognition (OCR) would bring ${them}.`
    );
  }
  if (damaged.length > 0) {
    const [noun, verb] = damaged.length === 1 ? ['Page', 'is'] : ['Pages', 'are'];
    sentences.push(
      `${noun} ${inRuns(damaged)} of ${count} of ${name} ${verb} damaged, and missing here. The others were taken in.`
    );
  }
  return sentences;
}

/** `1, 3–5`. */
function inRuns(numbers: readonly number[]): string {
  const runs: { start: number; end: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.end === number - 1) run.end = number;
    else runs.push({ start: number, end: number });
  }
  return runs.map(({ start, end }) => (start === end ? start : `${start}–${end}`)).join(', ');
}

/** Finds what stands on every page beside its text: running heads, running feet and page numbers. */

/** Lines at a page's top or bottom that may be running ones. */
const looked = 2;

/** The pages without them. @param pages lines from top to bottom. */
function dropRunningHeads(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map(keyOf))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, Math.ceil(pages.length * 0.4));
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter(
      (line) => !edges.has(line) || !((counts.get(keyOf(line)) ?? 0) >= enough || isNumber(line))
    );
  });
}

function edgesOf(all: readonly Line[]): readonly Line[] {
  const lines = all.filter(({ block }) => block === null);
  // A page of so few lines is all text.
  if (lines.length <= looked) return lines.filter(isNumber);
  const heights = [...new Set(lines.map(({ y }) => Math.round(y)))];
  const edge = new Set([...heights.slice(0, looked), ...heights.slice(-looked)]);
  return lines.filter(({ y }) => edge.has(Math.round(y)));
}

/** The same words at the same height, whatever number they carry. */
function keyOf({ text, y }: Line): string {
  return `${Math.round(y / 4)} ${text.replace(/\d+/g, '#').toLowerCase()}`;
}

function isNumber({ text }: Line): boolean {
  return /^(?:page\s+)?[\W_]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[\W_]*$/i.test(text);
}
