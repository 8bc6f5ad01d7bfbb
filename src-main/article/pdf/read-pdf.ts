/** PDF → Markdown of its text, with the headings, lists and tables that its structure or its layout tells. */
import { type ArticleFacts, noFacts } from '../../domain/program/article.js';
import type { Extracted } from '../extracted.js';
import { readDate } from '../../domain/text/read-date.js';
import { mapText, type RawBlock, type Line } from './piece.js';
import { inReadingOrder } from './columns.js';
import { findHeadings } from './headings.js';
import { WordsSeen, toLines } from './lines.js';
import { joinPages, joinTables } from './join-pages.js';
import { findItems, toParagraphs } from './paragraphs.js';
import { tellMissing, withoutText } from './missing-pages.js';
import { openPdf, type Pdf, type PdfPage } from './open-pdf.js';
import { dropRunningHeads } from './running-heads.js';
import { readStructure, type StructuredPage } from './structure.js';
import { linesAndTables } from './tables.js';
import { writeBlocks } from './write-blocks.js';

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
    facts: factsOf(pdf),
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
      ...toParagraphs([inReadingOrder(structure ? toLines(structure.rest) : lines)])
    ])
  );
}

function fromLayout(pages: readonly ReadPage[]): readonly RawBlock[] {
  return toParagraphs(dropRunningHeads(pages.map(({ lines }) => lines)).map(inReadingOrder));
}

function numbersOf(pages: readonly ReadPage[], why: PdfPage['without']): number[] {
  return pages.flatMap(({ without }, i) => (without === why ? [i + 1] : []));
}

function factsOf({ info }: Pdf): ArticleFacts {
  const stated = (key: string) => (info[key] ?? '').replace(/\s+/g, ' ').trim();
  const title = stated('Title');
  return {
    ...noFacts,
    // Programs put the name of their own file there.
    title: /^(?:untitled|microsoft word -)|\.(?:docx?|indd|qxd|rtf|odt|tex)$/i.test(title)
      ? ''
      : title,
    author: stated('Author'),
    published: readDate(stated('CreationDate')) ?? readDate(stated('ModDate'))
  };
}
