/** Reads how wide a font's glyphs are (ISO 32000-1, 9.7.4.3). */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Widths } from './join-glyphs.js';

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
