import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { lintDocument } from './lint/lint.js';
import { LookedAt } from './lint/looked-at.js';
import { nameGlyphs } from './name-glyphs.js';
import { inspectPdf } from './opened-pdf.js';
import { element, taggedPdf } from './testing/tagged-pdf.js';
import { writePdf } from './write-pdf.js';

const unnamed = '7.21.7 Every glyph that is drawn names its character';

/** A glyph that its font names, and two of the numbers 7 and 8 that it does not, drawn for these words. */
async function drawnFor(words: string): Promise<PDFDocument> {
  const made = await taggedPdf(element('P', 'a'));
  const hex = Buffer.from(`\uFEFF${words}`, 'utf16le').swap16().toString('hex');
  const { context } = made;
  const shown = `/Span<</ActualText <${hex}> >> BDC\n<0061> Tj\n<0007> Tj\n<0008> Tj\nEMC`;
  const content = `/P <</MCID 0 >>BDC\nBT\n/F4 10 Tf\n${shown}\nET\nEMC\n`;
  made.getPage(0).node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  return PDFDocument.load(writePdf(made), { updateMetadata: false });
}

test('a glyph that its font does not name is known by the words it is drawn for', async () => {
  const document = await drawnFor('aक्षि');
  const pdf = inspectPdf(document);
  expect(lintDocument(new LookedAt(pdf, null), ['ua']).join()).toContain(unnamed);
  nameGlyphs(document, pdf.pages);
  const looked = new LookedAt(pdf, null);
  expect(lintDocument(looked, ['ua']).join()).not.toContain(unnamed);
  const [, font] = [...looked.dicts('Subtype', 'Type0')][0] ?? [];
  expect(looked.charactersOf(font as PDFDict)?.get('0007')).toBe('क्ष');
  expect(looked.charactersOf(font as PDFDict)?.get('0008')).toBe('ि');
});
