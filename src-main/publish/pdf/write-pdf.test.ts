import {
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFObject
} from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachBundles, hashOf } from './attached-bundle.js';
import { checkSaved } from './check-finished.js';
import { readCatalog } from './saved-pdf.js';
import { writeMetadata } from './metadata.js';
import { writePdf } from './write-pdf.js';

const bundle = new TextEncoder().encode('{"briefing":"Київ"}');

async function carrying(attached = bundle): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.addPage();
  const at = '2025-08-17T09:00:00Z';
  attachBundles(document, [{ bytes: attached, modifiedAt: at }]);
  writeMetadata(
    document,
    {
      ...{ title: 'Talks', description: '', language: 'en', keywords: [], program: 'Standpoint' },
      ...{ createdAt: at, modifiedAt: at, bundleHashes: [hashOf(bundle)], profile: 'full' }
    },
    { ua: false, archive: false }
  );
  return document;
}

/** With a byte more at its beginning, so that nothing stands where the table says. */
function moved(file: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, 9), Buffer.from(' '), file.subarray(9)]);
}

/** What JSON can hold, as the objects of a PDF; `true` stands for a reference to the first. */
type Value =
  string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ maxLength: 9 }),
    fc.integer(),
    fc.constantFrom(0.5, -0.25, 1e-7, true, false, null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.stringMatching(/^[A-Za-z #/()]{1,6}$/), tie('value'), { maxKeys: 5 })
  )
}));

function objectOf(document: PDFDocument, from: Value): PDFObject {
  if (from === null) return PDFNull;
  if (typeof from === 'number') return PDFNumber.of(from);
  if (from === true) return PDFRef.of(1);
  // As text and as digits in turn.
  if (typeof from === 'string') {
    return from.length % 2
      ? PDFHexString.fromText(from)
      : PDFString.of(from.replace(/[\\()]/g, ''));
  }
  const { context } = document;
  if (from === false) return context.obj(false);
  if (Array.isArray(from)) return context.obj(from.map((each: Value) => objectOf(document, each)));
  const dict = context.obj({});
  for (const [key, each] of Object.entries(from))
    dict.set(PDFName.of(key), objectOf(document, each));
  return dict;
}

describe('a written document', () => {
  test('reads back, object for object, however many there are', async () => {
    const values = fc.array(value, { maxLength: 450 });
    await fc.assert(
      fc.asyncProperty(values, fc.nat(), async (made, gap) => {
        const document = await PDFDocument.create();
        document.addPage();
        const refs = made.map((each) => document.context.register(objectOf(document, each)));
        const gone = refs[gap % (refs.length + 1)];
        if (gone) document.context.delete(gone);
        const written = writePdf(document);
        expect(Buffer.from(writePdf(document)).equals(written)).toBe(true);
        const read = await PDFDocument.load(written, { updateMetadata: false });
        for (const ref of refs) {
          expect(read.context.lookup(ref)?.toString()).toBe(
            document.context.lookup(ref)?.toString()
          );
        }
        expect(read.getPageCount()).toBe(1);
      }),
      { numRuns: 30 }
    );
  });

  test('has a table by which each object is found alone', async () => {
    const document = await carrying();
    document.catalog.set(
      PDFName.of('Probe'),
      document.context.obj(
        Array.from({ length: 500 }, (_, n) => document.context.register(PDFNumber.of(n)))
      )
    );
    const catalog = readCatalog(writePdf(document), ['Probe']);
    const found = catalog.lookup(PDFName.of('Probe'));
    expect(String(found)).toBe(String(document.catalog.lookup(PDFName.of('Probe'))));
    const last = PDFRef.of(document.context.largestObjectNumber);
    expect(String(catalog.context.lookup(last))).toBe('499');
    // What nobody asked for is not read.
    expect(catalog.lookup(PDFName.of('Pages'))).toBeUndefined();
  });
});

describe('the check of what is about to be written', () => {
  test('passes what carries its briefing', async () => {
    const file = writePdf(await carrying());
    expect(() => checkSaved(file, [hashOf(bundle)])).not.toThrow();
  });

  test.each([
    ['another briefing', (file: Buffer) => file],
    ['a table that points elsewhere', (file: Buffer) => moved(file)],
    ['no table', (file: Buffer) => file.subarray(0, -20)]
  ])('stops a file with %s', async (what, damage) => {
    const attached = what === 'another briefing' ? new TextEncoder().encode('{}') : bundle;
    const file = Buffer.from(writePdf(await carrying(attached)));
    expect(() => checkSaved(damage(file), [hashOf(bundle)])).toThrow();
  });
});
