/**
 * Says of every glyph which characters it stands for. Of one that several characters share, as scripts
 * of India have them, Chromium says it beside the words only (ActualText); its font
 * names no character or the number 0, which breaks ISO 14289-1, 7.21.7, and ISO 19005-3, 6.2.11.7.2.
 */
import {
  PDFDict,
  PDFName,
  PDFRawStream,
  decodePDFRawStream,
  type PDFDocument
} from '@cantoo/pdf-lib';
import { utf16, type Glyphs } from './content-stream.js';
import { readGlyphs, type PageContent } from './page-content.js';

interface Named {
  readonly known: Glyphs;
  /** Characters by the glyphs that the font does not name. */
  readonly found: Map<string, string>;
}

const actualText = /\/ActualText ?<([0-9a-fA-F]*)>/;

export function nameGlyphs(document: PDFDocument, pages: readonly PageContent[]): void {
  const fonts = new Map<PDFDict, Named>();
  for (const page of pages) {
    let font: Named | null = null;
    let words: string | null = null;
    let codes: string[] = [];
    for (const line of page.content.lines) {
      if (line.endsWith(' Tf')) font = namedIn(document, page, line, fonts);
      else if (words === null) {
        const [, hex] = (line.endsWith('BDC') && actualText.exec(line)) || [];
        if (hex === undefined) continue;
        words = utf16(hex);
        codes = [];
      } else if (line === 'EMC') {
        if (font) nameIn(font, codes, words);
        words = null;
      } else {
        for (const [, hex = ''] of line.matchAll(/<([0-9a-fA-F]+)>/g)) {
          codes.push(...(hex.toUpperCase().match(/.{4}/g) ?? []));
        }
      }
    }
  }
  for (const [font, { found }] of fonts) if (found.size > 0) addToMap(document, font, found);
}

function namedIn(
  document: PDFDocument,
  { page }: PageContent,
  line: string,
  fonts: Map<PDFDict, Named>
): Named | null {
  const name = /\/(\S+) \S+ Tf$/.exec(line)?.[1] ?? '';
  const font = page.node
    .Resources()
    ?.lookupMaybe(PDFName.of('Font'), PDFDict)
    ?.lookup(PDFName.of(name));
  if (!(font instanceof PDFDict)) return null;
  const before = fonts.get(font);
  if (before) return before;
  const map = document.context.lookup(font.get(PDFName.of('ToUnicode')));
  if (!(map instanceof PDFRawStream)) return null;
  const named = { known: readGlyphs(latin1(decodePDFRawStream(map).decode())), found: new Map() };
  fonts.set(font, named);
  return named;
}

/** What the named glyphs leave of the words is what the others stand for, the first of them most of it. */
function nameIn({ known, found }: Named, codes: readonly string[], words: string): void {
  const isKnown = (code: string) => (known.get(code) ?? '\0') !== '\0' || found.has(code);
  const unnamed = codes.filter((code) => !isKnown(code) && code !== '0000');
  if (unnamed.length === 0 || words === '') return;
  const left = codes.reduce(
    (text, code) => text.replace(known.get(code)?.replace('\0', '') ?? '', ''),
    words
  );
  const letters = [...(left || words)];
  const first = letters.slice(0, Math.max(1, letters.length - unnamed.length + 1)).join('');
  const others = letters.slice(Math.max(1, letters.length - unnamed.length + 1));
  unnamed.forEach((code, index) => {
    found.set(code, index === 0 ? first : (others[index - 1] ?? first));
  });
}

/** At most so many in one list of a character map. */
const perList = 100;

function addToMap(
  { context }: PDFDocument,
  font: PDFDict,
  found: ReadonlyMap<string, string>
): void {
  const map = context.lookup(font.get(PDFName.of('ToUnicode'))) as PDFRawStream;
  let whole = latin1(decodePDFRawStream(map).decode());
  const entries: string[] = [];
  for (const [code, text] of found) {
    const target = `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
    const nothing = `<${code}> <0000>`;
    if (whole.includes(nothing)) whole = whole.replace(nothing, `<${code}> ${target}`);
    else entries.push(`<${code}> ${target}\n`);
  }
  for (let from = 0; from < entries.length; from += perList) {
    const list = entries.slice(from, from + perList);
    const added = `${list.length} beginbfchar\n${list.join('')}endbfchar\n`;
    whole = whole.replace('endcmap', `${added}endcmap`);
  }
  font.set(PDFName.of('ToUnicode'), context.register(context.flateStream(whole)));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
