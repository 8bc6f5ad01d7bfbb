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
  type PDFPage
} from '@cantoo/pdf-lib';
import { readContent, writeContent, type Content, type Glyphs } from './content-stream.js';
import { readGlyphs } from './read-glyphs.js';

/** One page while it is worked on. */
export interface PageContent {
  readonly page: PDFPage;
  readonly ref: PDFRef;
  readonly content: Content;
  /** Gathered by whoever works on the page, applied by `putBack`. */
  readonly disowned: Set<number>;
  readonly changed: Map<number, string>;
}

export function readPages(document: PDFDocument): readonly PageContent[] {
  const known = new Map<string, Glyphs | null>();
  return document.getPages().map((page) => {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const glyphsOf = (name: string): Glyphs | null => {
      const font = fonts?.get(PDFName.of(name));
      const key = String(font);
      if (!known.has(key)) known.set(key, glyphsOfFont(document, font));
      return known.get(key) ?? null;
    };
    return {
      page,
      ref: page.ref,
      content: readContent(inflate(streamOf(document, page)), glyphsOf),
      disowned: new Set<number>(),
      changed: new Map<number, string>()
    };
  });
}

export function putBack(document: PDFDocument, page: PageContent): void {
  const ref = contentsRef(page.page);
  const { dict } = streamAt(document, ref);
  const text = writeContent(page.content, page.disowned, page.changed);
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

function glyphsOfFont(document: PDFDocument, font: unknown): Glyphs | null {
  const dict = document.context.lookupMaybe(font as PDFRef, PDFDict);
  const map = dict?.lookup(PDFName.of('ToUnicode'));
  return map instanceof PDFRawStream ? readGlyphs(inflate(map)) : null;
}
