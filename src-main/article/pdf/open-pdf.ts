/** The one door to pdf.js, in the build that needs no browser (unpdf). */
import { getDocumentProxy } from 'unpdf';
import { maxArticleBytes, maxPdfPages, maxPdfPieces } from '../../domain/base/limits.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { isBold, type LoadedPage, loadFonts, readDrawing } from './page-drawing.js';
import type { TextPiece, Rule } from './piece.js';
import { mostAtOnce, wasTooLarge } from './tame-pdfjs.js';

/** A piece, and the marked content of the structure tree that it is part of; `null` outside of any. */
export interface MarkedPiece extends TextPiece {
  readonly content: string | null;
  /** Beside the text: a running head, a page number, a border. */
  readonly artifact: boolean;
}

/** A node of the structure tree (PDF 32000-1, 14.7), as far as it lies on one page. */
export interface StructureNode {
  readonly role: string;
  /** An `id` is that of marked content. */
  readonly children: readonly (StructureNode | { readonly id: string })[];
}

export interface PdfPage {
  readonly pieces: readonly MarkedPiece[];
  /** `null` in a document without one. */
  readonly structure: StructureNode | null;
  /** Those drawn on the page; looked for when asked. */
  readonly rules: () => Promise<readonly Rule[]>;
  /** Why it has no text: it shows a picture, which may be of words, or is damaged. `null` for any other. */
  readonly without: 'picture' | 'damaged' | null;
}

export interface Pdf {
  readonly count: number;
  /** One after the other; what is not kept of a page has left memory when the next one comes. */
  readonly pages: () => AsyncIterable<PdfPage>;
  /** The document's information dictionary, as far as it is text. */
  readonly info: Readonly<Record<string, string>>;
}

/** Takes `bytes` for itself. Throws an `ExpectedFailure` for what is no PDF, is locked, or has too many pages. */
export async function openPdf(name: string, bytes: Uint8Array): Promise<Pdf> {
  const pdf = await load(name, bytes).catch((error: unknown) => {
    refuseTooLarge(name, 'its table of objects');
    throw error;
  });
  if (pdf.numPages > maxPdfPages) {
    throw tooLarge(
      name,
      `has ${pdf.numPages.toLocaleString('en')} pages; a PDF may have up to ${maxPdfPages.toLocaleString('en')}`
    );
  }
  return { count: pdf.numPages, pages: () => readPages(name, pdf), info: await readInfo(pdf) };
}

type Loaded = Awaited<ReturnType<typeof getDocumentProxy>>;

async function load(name: string, bytes: Uint8Array): Promise<Loaded> {
  // pdf.js takes the bytes away. Readers of PDFs look for the mark so far.
  const isPdf = Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-');
  try {
    return await getDocumentProxy(bytes, {
      // With warnings: page-drawing.ts waits for one.
      verbosity: 1,
      useSystemFonts: false,
      // Pixels. No picture is unpacked: one scanned page can take 200 MB.
      maxImageSize: 0
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ExpectedFailure(
        'locked',
        `${name} is locked with a password. Save it without one and try again.`
      );
    }
    throw new ExpectedFailure(
      'not-a-pdf',
      isPdf
        ? `${name} is damaged, or was cut short, and cannot be read. Get it anew and try again.`
        : `${name} is no PDF, although its name ends like one.`
    );
  }
}

async function* readPages(name: string, pdf: Loaded): AsyncGenerator<PdfPage> {
  const read: Amount = { letters: 0, pieces: 0 };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await readPage(number, pdf, read);
    refuseTooLarge(name, `page ${number}`);
    if (read.letters > maxArticleBytes) {
      throw tooLarge(
        name,
        `holds more than ${maxArticleBytes / 1e6} MB of text by its page ${number}, the limit for an article`
      );
    }
    if (read.pieces > maxPdfPieces) {
      throw tooLarge(
        name,
        `is made of more than ${maxPdfPieces.toLocaleString('en')} pieces of text by its page ${number}, which is more than can be read`
      );
    }
    yield page;
  }
}

/** What was read of a document so far. */
interface Amount {
  letters: number;
  pieces: number;
}

async function readPage(number: number, pdf: Loaded, read: Amount): Promise<PdfPage> {
  try {
    const page = await pdf.getPage(number);
    const items = await readItems(page, read);
    if (!items) return nothing;
    await loadFonts(page, items);
    const pieces = toPieces(page, items);
    const structure = (await page.getStructTree()) as StructureNode | null;
    const words = pieces.some(({ text }) => text.trim() !== '');
    const without = !words && (await readDrawing(page)).picture ? 'picture' : null;
    page.cleanup();
    return { pieces, structure, without, rules: async () => (await readDrawing(page)).rules };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // The other pages are read all the same.
    return { ...nothing, without: 'damaged' };
  }
}

const nothing: PdfPage = {
  pieces: [],
  structure: null,
  without: null,
  rules: () => Promise.resolve([])
};

/** `null` once the document is too much: a page that shows itself again and again has no other end. */
async function readItems(page: LoadedPage, read: Amount): Promise<readonly Item[] | null> {
  const items: Item[] = [];
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  for (;;) {
    const chunk = (await reader.read()) as Chunk;
    if (chunk.done) return items;
    for (const item of chunk.value.items) {
      items.push(item);
      read.letters += 'str' in item ? item.str.length : 0;
    }
    read.pieces += chunk.value.items.length;
    // Left as it is: pdf.js waits, where it would meet a fault of its own if it was cancelled.
    if (read.letters > maxArticleBytes || read.pieces > maxPdfPieces) return null;
  }
}

type Chunk =
  | { readonly done: true }
  | { readonly done: false; readonly value: { readonly items: readonly Item[] } };
type Item = Awaited<ReturnType<LoadedPage['getTextContent']>>['items'][number];

function toPieces(page: LoadedPage, items: readonly Item[]): readonly MarkedPiece[] {
  const open: { readonly id: string | null; readonly artifact: boolean }[] = [];
  const pieces: MarkedPiece[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else {
        // Its types forget the tag.
        const { id, tag } = item as { readonly id?: string; readonly tag?: string };
        open.push({ id: id ?? null, artifact: tag === 'Artifact' });
      }
      continue;
    }
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as readonly number[];
    pieces.push({
      text: item.str,
      x,
      y,
      width: item.width,
      size: Math.hypot(c, d) || item.height || 1,
      bold: isBold(page, item.fontName),
      rightToLeft: item.dir === 'rtl',
      content: open.findLast(({ id }) => id !== null)?.id ?? null,
      artifact: open.some(({ artifact }) => artifact)
    });
  }
  return pieces;
}

async function readInfo(pdf: Loaded): Promise<Readonly<Record<string, string>>> {
  const { info } = await pdf.getMetadata();
  return Object.fromEntries(
    Object.entries(info as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string'
    )
  );
}

/** Of what pdf.js passes over as damaged. */
function refuseTooLarge(name: string, where: string): void {
  if (!wasTooLarge()) return;
  throw tooLarge(
    name,
    `unpacks in ${where} to more than ${mostAtOnce / 2 ** 20} MB in one piece, which is more than can be read`
  );
}

function tooLarge(name: string, what: string): ExpectedFailure {
  return new ExpectedFailure('too-large', `${name} ${what}. Nothing of it was taken in.`);
}
