/** Rules of fonts: that every glyph is there, as wide as said, and known as a character. */
import { PDFArray, PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib';
import type { LookedAt, PdfRule } from './looked-at.js';
import { advancesIn } from './font-program.js';
import { usedGlyphs } from './used-glyphs.js';

const programs = ['FontFile', 'FontFile2', 'FontFile3'];
/** Thousandths of an em that a width may be off. */
const tolerance = 1.01;

export const fontRules: readonly PdfRule[] = [
  {
    ua: '7.21.4.1',
    archive: '6.2.11.4.1',
    says: 'Every font is in the file',
    *find(pdf) {
      for (const [ref, font] of pdf.dicts('Type', 'Font')) {
        const kind = pdf.name(font, 'Subtype');
        if (kind === 'Type3' || kind.startsWith('CIDFont')) continue;
        const descriptor = pdf.dict(pdf.at(descendantOf(pdf, font) ?? font, 'FontDescriptor'));
        if (!programs.some((key) => descriptor?.has(PDFName.of(key)))) yield ref;
      }
    }
  },
  {
    ua: '7.21.3.1',
    archive: '6.2.11.3.1',
    says: 'A font’s characters are counted as its encoding counts them',
    *find(pdf) {
      for (const [ref, font] of pdf.dicts('Subtype', 'Type0')) {
        const descendant = descendantOf(pdf, font);
        const identity = /^Identity-[HV]$/.test(pdf.name(font, 'Encoding'));
        const ordering = pdf.text(descendant, 'CIDSystemInfo', 'Ordering');
        const registry = pdf.text(descendant, 'CIDSystemInfo', 'Registry');
        if (ordering === '' || registry === '' || !identity) yield ref;
      }
    }
  },
  {
    ua: '7.21.3.2',
    archive: '6.2.11.3.2',
    says: 'A TrueType font says which glyph each number is',
    *find(pdf) {
      for (const [ref, font] of pdf.dicts('Subtype', 'CIDFontType2')) {
        const map = pdf.at(font, 'CIDToGIDMap');
        if (map !== PDFName.of('Identity') && !(map instanceof PDFRawStream)) yield ref;
      }
    }
  },
  {
    ua: '7.21.4.2',
    archive: '6.2.11.4.2',
    says: 'A font that lists its glyphs lists them all, so ours list none',
    *find(pdf) {
      for (const [ref, dict] of pdf.dicts('Type', 'FontDescriptor')) {
        if (dict.has(PDFName.of('CIDSet')) || dict.has(PDFName.of('CharSet'))) yield ref;
      }
    }
  },
  {
    ua: '7.21.5',
    archive: '6.2.11.5',
    says: 'The glyphs that are drawn are as wide as the font’s own program says',
    *find(pdf) {
      for (const [font, codes] of usedGlyphs(pdf)) {
        const descendant = descendantOf(pdf, font);
        const program = pdf.at(descendant, 'FontDescriptor', 'FontFile2');
        const advances = program && advancesIn(pdf.contents(program));
        if (!descendant || !advances) continue;
        const widths = widthsOf(pdf, descendant);
        for (const code of codes) {
          const glyph = parseInt(code, 16);
          const own = advances(glyph);
          if (own === null || Math.abs(own - widths(glyph)) > tolerance) {
            yield `${pdf.name(font, 'BaseFont')} ${code}`;
          }
        }
      }
    }
  },
  {
    ua: '7.21.6',
    archive: '6.2.11.6',
    says: 'Fonts are of the kinds whose encoding leaves no doubt',
    *find(pdf) {
      for (const [ref, font] of pdf.dicts('Type', 'Font')) {
        const kind = pdf.name(font, 'Subtype');
        if (!['Type0', 'Type3', 'CIDFontType0', 'CIDFontType2'].includes(kind)) yield ref;
      }
    }
  },
  {
    ua: '7.21.7',
    archive: '6.2.11.7.2',
    says: 'Every glyph that is drawn names its character',
    *find(pdf) {
      for (const [font, codes] of usedGlyphs(pdf)) {
        const characters = pdf.charactersOf(font);
        for (const code of codes) {
          // What has no glyph has a rule of its own.
          if (code === noGlyph) continue;
          const text = characters?.get(code);
          if (!text || /[\0\uFEFF\uFFFE]/.test(text)) yield `${pdf.name(font, 'BaseFont')} ${code}`;
        }
      }
    }
  },
  {
    ua: '7.21.8',
    archive: '6.2.11.8',
    says: 'No character stands as an empty box for want of a glyph',
    *find(pdf) {
      for (const [font, codes] of usedGlyphs(pdf)) {
        if (codes.has(noGlyph)) yield pdf.name(font, 'BaseFont');
      }
    }
  }
];

const noGlyph = '0000';

function descendantOf(pdf: LookedAt, font: PDFDict): PDFDict | null {
  return pdf.dict(pdf.list(font.get(PDFName.of('DescendantFonts')))[0]);
}

/** Thousandths of an em (ISO 32000-1, 9.7.4.3). */
function widthsOf(pdf: LookedAt, font: PDFDict): (glyph: number) => number {
  const usual = pdf.number(font, 'DW') ?? 1_000;
  const widths = new Map<number, number>();
  const list = pdf.list(font.get(PDFName.of('W')));
  for (let at = 0; at + 1 < list.length;) {
    const first = Number(String(list[at]));
    const next = pdf.document.context.lookup(list[at + 1]);
    if (next instanceof PDFArray) {
      next.asArray().forEach((width, index) => widths.set(first + index, Number(String(width))));
      at += 2;
    } else {
      for (let glyph = first; glyph <= Number(String(next)); glyph += 1) {
        widths.set(glyph, Number(String(list[at + 2])));
      }
      at += 3;
    }
  }
  return (glyph) => widths.get(glyph) ?? usual;
}
