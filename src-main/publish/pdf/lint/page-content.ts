/** What the pages of a document draw, as the rules look at it. */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFPage,
  type PDFRef
} from '@cantoo/pdf-lib';
import { contentLines } from './content-lines.js';

export interface PageContent {
  readonly page: PDFPage;
  readonly ref: PDFRef;
  /** The operations, one a line, text as hexadecimal digits. */
  readonly lines: readonly string[];
  /** The numbers of the stretches that elements of the structure own (ISO 32000-1, 14.7.4), in order. */
  readonly mcids: readonly number[];
  /** Whether something is drawn that no element owns and that is not marked as an artifact. */
  readonly drawsUnowned: boolean;
}

export function readPages(document: PDFDocument): readonly PageContent[] {
  return document.getPages().map((page) => {
    const lines = contentLines(contentOf(document, page)).split('\n');
    return { page, ref: page.ref, lines, ...marksIn(lines) };
  });
}

/** What draws: shapes that are painted, words, pictures. */
const draws = /^(?:f\*?|F|S|s|B\*?|b\*?|T[jJ]|Do|sh)$/;

function marksIn(lines: readonly string[]): Pick<PageContent, 'mcids' | 'drawsUnowned'> {
  const mcids: number[] = [];
  let depth = 0;
  let drawsUnowned = false;
  for (const line of lines) {
    if (line === 'EMC') depth -= 1;
    else if (/B[DM]C$/.test(line)) {
      if (depth === 0) mcids.push(...(/\/MCID (\d+)/.exec(line)?.slice(1).map(Number) ?? []));
      depth += 1;
    } else if (depth === 0) {
      drawsUnowned ||= draws.test(line.slice(line.lastIndexOf(' ') + 1));
    }
  }
  return { mcids, drawsUnowned };
}

function contentOf(document: PDFDocument, page: PDFPage): string {
  const contents = page.node.get(PDFName.of('Contents'));
  const stream = document.context.lookup(contents instanceof PDFArray ? contents.get(0) : contents);
  if (!(stream instanceof PDFRawStream)) throw new Error('A page without one content stream');
  const plain =
    stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
      ? inflateSync(stream.contents)
      : Buffer.from(decodePDFRawStream(stream).decode());
  return plain.toString('latin1');
}

const single = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g;
const span = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g;

/**
 * Which glyph of a font stands for which characters (ISO 32000-1, 9.10.3), by its number in upper-case
 * hexadecimal digits. Spans that list each target in brackets are left out: Typst writes none.
 */
export function readGlyphs(map: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, body = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of body.matchAll(single)) {
      glyphs.set(code.toUpperCase(), characters(text));
    }
  }
  for (const [, body = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of body.matchAll(span)) {
      const start = parseInt(from, 16);
      const unit = parseInt(first.slice(-4), 16);
      for (let code = start; code <= parseInt(to, 16); code++) {
        const last = (unit + code - start).toString(16).padStart(4, '0');
        const digits = code.toString(16).toUpperCase().padStart(from.length, '0');
        glyphs.set(digits, characters(first.slice(0, -4) + last));
      }
    }
  }
  return glyphs;
}

function characters(hex: string): string {
  const units = hex.match(/.{1,4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
}
