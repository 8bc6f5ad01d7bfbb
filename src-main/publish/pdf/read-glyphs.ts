/** Reads of a font which glyph stands for which characters (ISO 32000-1, 9.10.3), and how wide its glyphs are (9.7.4.3). */
import type { Glyphs } from './content-stream.js';
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Widths } from './join-glyphs.js';

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
export function readWidths(font: PDFDict): Widths | null {
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
