import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { attachBundles, hashOf, readAttachedBundles } from './attached-bundle.js';
import { standsOn } from './check-finished.js';
import { writeMetadata } from './metadata.js';
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

async function made(...attached: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  attachBundles(document, attached.map(fileOf));
  const claims = { ua: false, archive: false };
  writeMetadata(document, { ...facts, bundleHashes: attached.map(hashOf) }, claims);
  return document.save({ useObjectStreams: true });
}

function fileOf(bytes: Uint8Array) {
  return { bytes, modifiedAt: facts.modifiedAt };
}

describe('a briefing inside a PDF', () => {
  test('reads back, byte for byte', async () => {
    expect(await readAttachedBundles(await made(bundle))).toEqual([
      { bytes: bundle, genuine: true, profile: 'full' }
    ]);
  });

  test('is one of several, which come back in their order', async () => {
    const many = Array.from({ length: 12 }, (_, index) => new TextEncoder().encode(`${index}`));
    const found = await readAttachedBundles(await made(...many));
    expect(found.map(({ bytes }) => bytes)).toEqual(many);
    expect(found.every(({ genuine }) => genuine)).toBe(true);
  });

  test('is not genuine when its bytes are not those that were attached', async () => {
    const document = await PDFDocument.load(await made(bundle), { updateMetadata: false });
    const metadata = document.catalog.get(PDFName.of('Metadata'));
    attachBundles(document, [fileOf(other), fileOf(bundle)]);
    document.catalog.set(PDFName.of('Metadata'), metadata!);
    expect(await readAttachedBundles(await document.save())).toMatchObject([
      { genuine: false },
      { genuine: true }
    ]);
  });

  test('is still known where another program has dropped the metadata', async () => {
    const document = await PDFDocument.load(await made(bundle), { updateMetadata: false });
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

test.each([
  ['as printed over two lines', 'no concessionsbeyond', 'no concessions beyond', true],
  ['a ligature', 'oﬀer', 'offer', true],
  ['right to left, drawn from the left', 'םולש', 'שלום', true],
  ['a glyph that no font has', 'Peace ', 'Peace \u{1F30D}', true],
  ['another word', 'ceasefire', 'peace deal', false],
  ['only its beginning', 'no', 'no concessions', false],
  ['more than the quote', 'no concessions at all', 'no concessions', false]
])('words under a highlight: %s', (_what, words, quote, expected) => {
  expect(standsOn(words, quote)).toBe(expected);
});
