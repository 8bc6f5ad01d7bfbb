/** The one door to pdf.js, in the build that needs no browser (unpdf). */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { maxPdfPages } from '../../domain/limits.js';
import { ExpectedFailure } from '../../domain/result.js';
import type { Piece } from './piece.js';

export interface PdfPage {
  readonly pieces: readonly Piece[];
  /** Why it has no text: it shows a picture, which may be of words, or is damaged. `null` for any other. */
  readonly without: 'picture' | 'damaged' | null;
}

export interface Pdf {
  readonly pages: readonly PdfPage[];
  /** The document's information dictionary, as far as it is text. */
  readonly info: Readonly<Record<string, string>>;
}

/** Throws an `ExpectedFailure` for what is no PDF, is locked, or has too many pages. */
export async function openPdf(name: string, bytes: Uint8Array): Promise<Pdf> {
  const pdf = await load(name, bytes);
  if (pdf.numPages > maxPdfPages) {
    throw new ExpectedFailure(
      'too-large',
      `${name} has ${pdf.numPages.toLocaleString('en')} pages; a PDF may have up to ${maxPdfPages.toLocaleString('en')}. Nothing of it was taken in.`
    );
  }
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(number, pdf));
  }
  return { pages, info: await readInfo(pdf) };
}

type Loaded = Awaited<ReturnType<typeof getDocumentProxy>>;

async function load(name: string, bytes: Uint8Array): Promise<Loaded> {
  try {
    // A copy: pdf.js takes the buffer for itself.
    return await getDocumentProxy(bytes.slice(), { verbosity: 0, useSystemFonts: false });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    if (locked) {
      throw new ExpectedFailure(
        'locked',
        `${name} is locked with a password. Save it without one and try again.`
      );
    }
    throw new ExpectedFailure('not-a-pdf', `${name} is no PDF that can be read; it is damaged.`);
  }
}

async function readPage(number: number, pdf: Loaded): Promise<PdfPage> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [toPiece(item)] : []));
    const words = pieces.some(({ text }) => text.trim() !== '');
    const without = !words && (await showsPicture(page)) ? 'picture' : null;
    page.cleanup();
    return { pieces, without };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // The other pages are read all the same.
    return { pieces: [], without: 'damaged' };
  }
}

interface Item {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function toPiece({ str, dir, transform, width, height }: Item): Piece {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  return {
    text: str,
    x,
    y,
    width,
    size: Math.hypot(c, d) || height || 1,
    rightToLeft: dir === 'rtl'
  };
}

async function showsPicture(page: Awaited<ReturnType<Loaded['getPage']>>): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await page.getOperatorList();
  const pictures: readonly number[] = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject
  ];
  return fnArray.some((operation) => pictures.includes(operation));
}

async function readInfo(pdf: Loaded): Promise<Readonly<Record<string, string>>> {
  const { info } = await pdf.getMetadata();
  return Object.fromEntries(
    Object.entries(info as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string'
    )
  );
}
