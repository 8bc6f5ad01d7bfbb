import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { readAttachedBundles } from './attached-bundle.js';
import { hashOf } from './bundle-file.js';
import { pdfWith } from './testing/pdf.js';
import { bundleHashesIn, xmpPacket } from './xmp.js';

const facts = {
  title: 'Kyiv & Moscow < "talks"\u0000 \u{1F30D}\ud83c',
  description: 'Жодних поступок',
  language: 'en',
  keywords: ['a&b'],
  createdAt: '2025-08-17T09:00:00Z',
  modifiedAt: '2025-08-17T10:00:00Z',
  program: 'Standpoint',
  profile: 'full' as const
};
const bundle = new TextEncoder().encode('{"briefing":"Київ"}');
const other = new TextEncoder().encode('{"briefing":"Москва"}');

describe('a briefing inside a PDF', () => {
  test('reads back, byte for byte', async () => {
    expect(await readAttachedBundles(await pdfWith([bundle]))).toEqual([
      { bytes: bundle, genuine: true, profile: 'full' }
    ]);
  });

  test('is one of several, which come back in their order', async () => {
    const many = Array.from({ length: 12 }, (_, index) => new TextEncoder().encode(`${index}`));
    const found = await readAttachedBundles(await pdfWith(many));
    expect(found.map(({ bytes }) => bytes)).toEqual(many);
    expect(found.every(({ genuine }) => genuine)).toBe(true);
  });

  test('is not genuine when its bytes are not those that were attached', async () => {
    const pdf = await pdfWith([other, bundle], 'full', [hashOf(bundle)]);
    expect(await readAttachedBundles(pdf)).toMatchObject([{ genuine: false }, { genuine: true }]);
  });

  test('is still known where another program has dropped the metadata', async () => {
    const document = await PDFDocument.load(await pdfWith([bundle]), { updateMetadata: false });
    document.catalog.delete(PDFName.of('Metadata'));
    expect(await readAttachedBundles(await document.save())).toMatchObject([{ genuine: true }]);
  });

  test('is not found in a PDF without one', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    expect(await readAttachedBundles(await document.save())).toEqual([]);
  });
});

test('metadata in XML keeps every character that XML can hold, and no markup', () => {
  const named = { ...facts, bundleHashes: ['a'.repeat(64), 'b'.repeat(64)] };
  const packet = xmpPacket(named, { ua: true, archive: true });
  expect(packet).toContain('Kyiv &#38; Moscow &#60; &#34;talks&#34; \u{1F30D}</rdf:li>');
  expect(packet).toContain('Жодних поступок');
  expect(bundleHashesIn(packet)).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
});
