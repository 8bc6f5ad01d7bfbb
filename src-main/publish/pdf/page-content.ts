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
  type PDFPage
} from '@cantoo/pdf-lib';
import { readContent, writeContent, type Content, type Glyphs } from './content-stream.js';
import { joinGlyphs, type Widths } from './join-glyphs.js';
import { readGlyphs, readWidths } from './read-glyphs.js';

/** One page while it is worked on. */
export interface PageContent {
  readonly page: PDFPage;
  readonly ref: PDFRef;
  readonly content: Content;
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
        inflate(streamOf(document, page)),
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
