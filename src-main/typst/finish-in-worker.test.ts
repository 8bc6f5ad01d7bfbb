/** What is put into the PDF that Typst wrote, as the house's linter and other readers find it. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFStream
} from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { fontsForTests } from '../../scripts/building/fonts-for-tests.mjs';
import type { Id } from '../domain/base/values.js';
import { readAttachedBundles } from '../publish/pdf/attached-bundle.js';
import { lintPdf } from '../publish/pdf/lint/lint.js';
import { xmpPacket } from '../publish/pdf/xmp.js';
import { Typesetter, type Finish, type Highlight } from './typesetter.js';

const fonts = await fontsForTests();
const typesetter = new Typesetter(join(import.meta.dirname, 'testing/template'), fonts);
const at = '2025-08-17T10:00:00.000Z';
const [a, b, c] = ['V', 'W', 'X'].map((end) => `01ARZ3NDEKTSV4RRFFQ69G5FA${end}` as Id) as [
  Id,
  Id,
  Id
];
const bundle = Buffer.from('{"briefing":"as data"}');
const hash = createHash('sha256').update(bundle).digest('hex');
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64'
);

function markAddress(ids: readonly Id[]): string {
  return `urn:standpoint:mark:${ids.join('+')}`;
}

function finishFor(highlights: Readonly<Record<string, Highlight>>): Finish {
  const facts = {
    ...{ title: 'A title', description: 'What it is', language: 'en', keywords: ['one', 'two'] },
    ...{ createdAt: at, modifiedAt: at, program: 'Standpoint' },
    ...{ bundleHashes: [hash], profile: 'full' as const }
  };
  return {
    isAccessible: true,
    packet: xmpPacket(facts, { ua: true, archive: true }),
    info: { Title: 'A title', Creator: 'Standpoint', Producer: 'Standpoint' },
    ...{ createdAt: at, modifiedAt: at, archive: true, places: {}, highlights },
    attachments: [
      {
        ...{ name: 'standpoint-briefing.json', bytes: bundle, mimeType: 'application/json' },
        ...{ description: `This briefing as data. SHA-256: ${hash}`, modifiedAt: at }
      }
    ]
  };
}

function highlight(note: string): Highlight {
  return { kind: 'claim', note, createdAt: at, modifiedAt: at };
}

async function make(content: object, highlights: Readonly<Record<string, Highlight>> = {}) {
  const { pdf, pages } = await typesetter.typeset({
    data: JSON.stringify({ title: 'A title', paragraphs: [[{ t: 'Words.' }]], ...content }),
    pictures: { 'picture-1.png': onePixel },
    queries: [],
    createdAt: at,
    make: finishFor(highlights)
  });
  return { pdf, pages, document: await PDFDocument.load(pdf, { updateMetadata: false }) };
}

const rows = [
  ['', 'First', 'Second'],
  ['One (of ((two', 'for', 'against'],
  ['Two', 'against', 'for']
];
const long = 'These words are marked and go on over the line and over the page. '.repeat(20);
const everything = {
  paragraphs: [
    [
      { t: 'Before it ' },
      { t: long, mark: markAddress([a]) },
      { t: 'both', mark: markAddress([a, b]) }
    ],
    [{ t: 'عربية ' }, { t: 'كلمات مميزة', mark: markAddress([c]) }, { t: ' and after.' }]
  ],
  rows,
  picture: 'picture-1.png'
};
const notes = { [a]: highlight('Note A'), [b]: highlight('Note B'), [c]: highlight('Note C') };

test('nothing is found in it by the rules of PDF/UA-1 and PDF/A-3u', async () => {
  for (const content of [everything, { ...everything, lang: 'ar' }, {}]) {
    const { pdf } = await make(content, notes);
    expect(await lintPdf(pdf, ['ua', 'archive'])).toEqual([]);
  }
});

test('the briefing that it carries comes back, and equal input gives equal bytes', async () => {
  const { pdf } = await make(everything, notes);
  const [carried, ...others] = await readAttachedBundles(pdf);
  expect(others).toEqual([]);
  expect(carried).toMatchObject({ genuine: true, profile: 'full' });
  expect(Buffer.from(carried?.bytes ?? []).equals(bundle)).toBe(true);
  expect(Buffer.compare(pdf, (await make(everything, notes)).pdf)).toBe(0);
});

test('it is marked as tagged, and says nothing of suspects, which Poppler would complain of', async () => {
  const { document } = await make({});
  expect(document.catalog.get(PDFName.of('MarkInfo'))?.toString()).toMatch(
    /^<<\s*\/Marked true\s*>>$/
  );
});

test('the first cell of a row is its head where its words are bold', async () => {
  const { document } = await make({ rows });
  const scopes = elementsOf(document, 'TH').map(
    (head) => /\/Scope \/(\w+)/.exec(head.toString())?.[1]
  );
  expect(scopes.toSorted()).toEqual(['Column', 'Column', 'Column', 'Row', 'Row']);
  expect(elementsOf(document, 'TD').join()).not.toContain('/Headers');
});

test('marked words become highlights with their notes, a mark and page each, on the words and in place', async () => {
  const { document, pages } = await make(everything, notes);
  expect(pages).toBeGreaterThan(1);
  const found = highlightsOf(document);
  const told = found.map((each) => each.lookup(PDFName.of('Contents'), PDFHexString).decodeText());
  expect(told.filter((note) => note === 'Note A').length).toBeGreaterThan(1);
  expect(told.filter((note) => note === 'Note B')).toEqual(['Note B']);
  expect(told.filter((note) => note === 'Note C')).toEqual(['Note C']);
  const names = found.map((each) => each.lookup(PDFName.of('NM'), PDFHexString).decodeText());
  expect(new Set(names).size).toBe(found.length);
  const [first] = found;
  const corners = first?.lookup(PDFName.of('QuadPoints'), PDFArray).asArray().map(Number) ?? [];
  // A box a line, from the upper left, within the margins.
  expect(corners.length / 8).toBeGreaterThan(3);
  expect(corners[1]).toBeGreaterThan(corners[5] ?? Infinity);
  expect(Math.min(...corners.filter((_, index) => index % 2 === 0))).toBeGreaterThan(19);
  expect(elementsOf(document, 'Annot').length).toBe(3);
});

test('words of a mark that nobody knows are words, and no link leads to an address of ours', async () => {
  const { pdf, document } = await make(everything, { [c]: highlight('Note C') });
  expect(highlightsOf(document).length).toBe(1);
  expect(document.context.enumerateIndirectObjects().join()).not.toContain('urn:standpoint:mark');
  expect(elementsOf(document, 'Link')).toEqual([]);
  expect(await lintPdf(pdf, ['ua', 'archive'])).toEqual([]);
});

function elementsOf(document: PDFDocument, type: string): readonly PDFDict[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    return object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of(type)
      ? object
      : [];
  });
}

function highlightsOf(document: PDFDocument): readonly PDFDict[] {
  return document.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
      const annotation = ref instanceof PDFRef ? document.context.lookup(ref, PDFDict) : null;
      const isOne = annotation?.get(PDFName.of('Subtype')) === PDFName.of('Highlight');
      const look = isOne
        ? annotation.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'))
        : null;
      return annotation && look instanceof PDFStream ? annotation : [];
    })
  );
}
