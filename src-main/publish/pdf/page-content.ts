/** The content streams of a document's pages: read, rewritten, and put back compressed. */
import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
  PDFNumber
} from '@cantoo/pdf-lib';
import { contentLines } from './content-lines.js';
import { readContent, writeContent, type ContentStream, type Glyphs } from './content-stream.js';
import { joinGlyphs, type Widths } from './join-glyphs.js';

/** One page while it is worked on. */
export interface PageContent {
  readonly page: PDFPage;
  readonly ref: PDFRef;
  readonly content: ContentStream;
  /** Gathered by whoever works on the page, applied by `putBack`. */
  readonly disowned: Set<number>;
  readonly changed: Map<number, string>;
  /** By the name of a font in the page's resources. */
  readonly widthsOf: (font: string) => Widths | null;
}

export function readPages(document: PDFDocument): readonly PageContent[] {
  const known = new Map<PDFObject, Font>();
  return document.getPages().map((page) => {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const fontOf = (name: string): Font | null => {
      const named = fonts?.get(PDFName.of(name));
      if (!named) return null;
      const font = known.get(named) ?? readFont(document, named);
      known.set(named, font);
      return font;
    };
    return {
      page,
      ref: page.ref,
      content: readContent(
        contentLines(inflate(streamOf(document, page))),
        (name) => fontOf(name)?.glyphs ?? null
      ),
      disowned: new Set<number>(),
      changed: new Map<number, string>(),
      widthsOf: (name) => fontOf(name)?.widths ?? null
    };
  });
}

export function putBack(document: PDFDocument, page: PageContent): void {
  const ref = contentsRef(page.page);
  const { dict } = streamAt(document, ref);
  const lines = writeContent(page.content, page.disowned, page.changed).split('\n');
  const text = joinGlyphs(lines, page.widthsOf).join('\n');
  const bytes = deflateSync(Buffer.from(text, 'latin1'));
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.delete(PDFName.of('DecodeParms'));
  document.context.assign(ref, PDFRawStream.of(dict, new Uint8Array(bytes)));
}

function streamOf(document: PDFDocument, page: PDFPage): PDFRawStream {
  return streamAt(document, contentsRef(page));
}

function streamAt(document: PDFDocument, ref: PDFRef): PDFRawStream {
  const stream = document.context.lookup(ref);
  if (!(stream instanceof PDFRawStream)) throw new Error('A page without one content stream');
  return stream;
}

function contentsRef(page: PDFPage): PDFRef {
  const contents = page.node.get(PDFName.of('Contents'));
  const ref = contents instanceof PDFArray ? contents.get(0) : contents;
  if (!(ref instanceof PDFRef)) throw new Error('A page without one content stream');
  return ref;
}

function inflate(stream: PDFRawStream): string {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const plain =
    filter === PDFName.of('FlateDecode')
      ? inflateSync(stream.contents)
      : Buffer.from(decodePDFRawStream(stream).decode());
  return plain.toString('latin1');
}

interface Font {
  readonly glyphs: Glyphs | null;
  readonly widths: Widths | null;
}

function readFont(document: PDFDocument, font: PDFObject): Font {
  const dict = document.context.lookup(font);
  if (!(dict instanceof PDFDict)) return { glyphs: null, widths: null };
  const map = dict.lookup(PDFName.of('ToUnicode'));
  return {
    glyphs: map instanceof PDFRawStream ? readGlyphs(inflate(map)) : null,
    widths: readWidths(dict)
  };
}

/** Reads of a font which glyph stands for which characters (ISO 32000-1, 9.10.3), and how wide its glyphs are (9.7.4.3). */
const single = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g;
const span = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g;

/** Spans that list each target in brackets are left out: Chromium writes none. */
export function readGlyphs(map: string): Glyphs {
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

/** `null` for a font whose glyphs are not shown by their own numbers, two bytes each. */
function readWidths(font: PDFDict): Widths | null {
  if (font.lookup(PDFName.of('Encoding')) !== PDFName.of('Identity-H')) return null;
  const descendants = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray);
  const descendant = descendants?.lookup(0);
  if (!(descendant instanceof PDFDict)) return null;
  const usual = numberIn(descendant.lookup(PDFName.of('DW'))) ?? 1_000;
  const widths = new Map<string, number>();
  const set = (code: number, width: PDFObject | undefined) =>
    widths.set(code.toString(16).toUpperCase().padStart(4, '0'), numberIn(width) ?? usual);
  const list = descendant.lookupMaybe(PDFName.of('W'), PDFArray);
  for (let at = 0; list && at + 1 < list.size();) {
    const first = numberIn(list.lookup(at)) ?? 0;
    const next = list.lookup(at + 1);
    if (next instanceof PDFArray) {
      next.asArray().forEach((width, index) => set(first + index, width));
      at += 2;
    } else {
      const last = numberIn(next) ?? first;
      for (let code = first; code <= last; code += 1) set(code, list.lookup(at + 2));
      at += 3;
    }
  }
  return (code) => widths.get(code) ?? usual;
}

function numberIn(object: PDFObject | undefined): number | null {
  return object instanceof PDFNumber ? object.asNumber() : null;
}
