/** Which glyphs of which fonts the pages draw, in running heads as in the text. */
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { LookedAt } from './looked-at.js';

/** Upper-case hexadecimal digits, by font. */
type UsedGlyphs = ReadonlyMap<PDFDict, ReadonlySet<string>>;

const known = new WeakMap<LookedAt, UsedGlyphs>();

/** Only of fonts whose glyphs have numbers of two bytes, as all of ours have but those of colour. */
export function usedGlyphs(pdf: LookedAt): UsedGlyphs {
  const found = known.get(pdf) ?? findUsed(pdf);
  known.set(pdf, found);
  return found;
}

function findUsed(pdf: LookedAt): UsedGlyphs {
  const used = new Map<PDFDict, Set<string>>();
  for (const { page, lines } of pdf.pages) {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    let codes: Set<string> | null = null;
    for (const line of lines) {
      if (line.endsWith(' Tf')) {
        const name = /\/(\S+) \S+ Tf$/.exec(line)?.[1] ?? '';
        const font = pdf.dict(fonts?.get(PDFName.of(name)));
        if (!font || pdf.name(font, 'Subtype') !== 'Type0') codes = null;
        else if (used.has(font)) codes = used.get(font) ?? null;
        else used.set(font, (codes = new Set()));
      } else if (codes && (line.endsWith(' Tj') || line.endsWith(' TJ'))) {
        for (let at = line.indexOf('<'); at >= 0; at = line.indexOf('<', at)) {
          const end = line.indexOf('>', at);
          for (at += 1; at + 4 <= end; at += 4) codes.add(line.slice(at, at + 4));
        }
      }
    }
  }
  return used;
}
