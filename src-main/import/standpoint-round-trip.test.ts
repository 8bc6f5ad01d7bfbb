/** Protects what is sent to a colleague: a Standpoint file brings everything back. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bySize } from '../../scripts/testing/by-size.mjs';
import { Bundle } from '../domain/briefing/bundle.js';
import { fullEdition } from '../domain/publication/edition.js';
import { writeDocument } from '../publish/formats.js';
import { makeBundle } from '../publish/testing/bundle.js';
import { exportJob, readDocumentPart } from '../handlers/export-from-library.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { testFolder } from '../store/testing/folder.js';
import { readBundleFile, readBundlesFile } from './import-bundle.js';
import { bringIn, importCarried, readCarriedFile } from './import-carried.js';
import { type Sent, sent, sha256 } from './testing/sent-briefing.js';

const print = () => Promise.reject(new Error('Nothing is printed here'));

let place: string;
let file: string;
let library: Library;
beforeEach(async () => {
  place = await testFolder('standpoint-file');
  file = join(place, 'sent.standpoint');
  library = await openLibrary(join(place, 'library'));
});
afterEach(async () => {
  await library.close();
  await rm(place, { recursive: true, force: true });
});

const job = ({ briefing, texts }: Pick<Sent, 'briefing' | 'texts'>) => ({
  title: null,
  parts: [{ briefing, texts }],
  edition: fullEdition
});

function write(given: Sent, path = file, tell?: (sentence: string) => void): Promise<void> {
  const original = (hash: string) => Promise.resolve(given.originals[hash] ?? null);
  return writeDocument(job(given), path, { print, original, ...(tell && { tell }) });
}

const whole = fc.string({ unit: 'grapheme', maxLength: 200 });
const sources = fc.array(
  fc.tuple(whole, fc.option(fc.uint8Array({ maxLength: 300 }), { nil: null })),
  { maxLength: 4 }
);

describe('a round trip', () => {
  test('brings briefing, texts and originals as they were, and the same bytes each time', async () => {
    await fc.assert(
      fc.asyncProperty(sources, whole, async (given, title) => {
        const out = sent(given, title.slice(0, 100));
        await write(out);
        const bytes = await readFile(file);
        const read = await readBundleFile(file);
        expect(read.bundle.briefing).toEqual(out.briefing);
        expect(read.bundle.texts).toEqual(out.texts);
        expect(Object.keys(read.originals).sort()).toEqual(Object.keys(out.originals).sort());
        for (const [hash, kept] of Object.entries(out.originals)) {
          expect(Buffer.from(read.originals[hash]!).equals(kept)).toBe(true);
        }
        expect(read).toMatchObject({ mended: null, missing: [], profile: 'full' });
        await write(out);
        expect(await readFile(file)).toEqual(bytes);
        // JSON of the same briefing carries the same, but for the files.
        const json = join(place, 'sent.json');
        await write(out, json);
        const other = await readBundleFile(json);
        expect(other.bundle).toEqual(read.bundle);
        expect(other.originals).toEqual({});
      }),
      { numRuns: bySize({ usual: 40, full: 600 }) }
    );
  });

  test('through two libraries leaves every byte where it was', async () => {
    const out = sent([
      ['\uFEFFOne.\r\n', Buffer.from('%PDF-1.7 \xff PK\x03\x04', 'latin1')],
      ['Two.', null]
    ]);
    await library.addOriginals(out.originals);
    await library.create(out.briefing, out.texts);
    const part = await readDocumentPart(library, out.briefing.id, fullEdition);
    await exportJob(library, { title: null, parts: [part], edition: fullEdition }, file, { print });

    const other = await openLibrary(join(place, 'other'));
    expect(await importCarried(other, () => readCarriedFile(file))).toEqual({
      ...{ ids: [out.briefing.id], held: [], refused: [], mended: [], copies: [] }
    });
    const back = await other.open(out.briefing.id);
    expect(back.briefing).toEqual(out.briefing);
    expect(back.texts).toEqual(out.texts);
    for (const [hash, bytes] of Object.entries(out.originals)) {
      expect(await other.readOriginal(hash)).toEqual(bytes);
    }
    expect(await other.check()).toEqual([]);
    const again = join(place, 'again.standpoint');
    await exportJob(other, { title: null, parts: [part], edition: fullEdition }, again, { print });
    expect(await readFile(again)).toEqual(await readFile(file));
    await other.close();
  });

  test('of a book brings every briefing, and a file that two of them share once', async () => {
    const shared = Buffer.from('%PDF-');
    const both = [sent([['One.', shared]], 'First'), sent([['Two.', shared]], 'Second')];
    const original = () => Promise.resolve(shared);
    const parts = both.map(({ briefing, texts }) => ({ briefing, texts }));
    const book = { title: 'Both', parts, edition: fullEdition };
    await writeDocument(book, file, { print, original });
    const read = await readBundlesFile(file);
    expect(read.map(({ bundle }) => bundle.briefing)).toEqual(both.map((each) => each.briefing));
    for (const each of read) expect(Object.keys(each.originals)).toEqual([sha256(shared)]);
    expect((await readFile(file)).toString('latin1').split('%PDF-')).toHaveLength(2);
  });

  test('of a large briefing keeps all that its bundle holds', async () => {
    const bundle = makeBundle(20);
    await write({ ...bundle, originals: {} });
    const { bundle: back } = await readBundleFile(file);
    expect(Bundle.parse(back)).toEqual(bundle);
  });

  test('of what an audience is given says so: its return changes nothing here', async () => {
    const bundle = makeBundle(3);
    await library.create(bundle.briefing, bundle.texts);
    const edition = { ...fullEdition, profile: 'audience' } as const;
    await writeDocument({ ...job(bundle), edition }, file, { print });
    const [carried] = await readCarriedFile(file);
    expect(carried?.profile).toBe('audience');
    expect((await bringIn(library, carried!)).copy).toBeNull();
  });
});

test('an original that is missing is told when it is written and when it comes in, and is no hindrance', async () => {
  const out = sent([['One.', Buffer.from('%PDF-')]]);
  const told: string[] = [];
  await write({ ...out, originals: {} }, file, (sentence) => told.push(sentence));
  expect(told).toEqual([
    'The original file of “Source 0” is not here, so it is missing in what was written.'
  ]);
  expect(await importCarried(library, () => readCarriedFile(file))).toMatchObject({
    ids: [out.briefing.id],
    missing: ['The original file of “Source 0” is not in sent.standpoint. Its text is whole.']
  });
  expect((await library.open(out.briefing.id)).briefing).toEqual(out.briefing);
});

test('a copy that comes back brings the originals of sources that are new here', async () => {
  const out = sent([['One.', Buffer.from('%PDF-')]]);
  await library.create({ ...out.briefing, sources: [] }, {});
  await write(out);
  const [carried] = await readCarriedFile(file);
  expect((await bringIn(library, carried!)).copy).not.toBeNull();
  expect(await library.readOriginal(sha256(Buffer.from('%PDF-')))).toEqual(Buffer.from('%PDF-'));
});

test('what could not come back is not written', async () => {
  const out = sent([['One.', Buffer.alloc(1)]]);
  // Of so many bytes only the length is asked.
  const huge = Object.defineProperty(Buffer.alloc(1), 'length', { value: 600_000_000 });
  const original = () => Promise.resolve(huge);
  await expect(writeDocument(job(out), file, { print, original })).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(
      /would have 601 MB; .+ up to 500 MB\. Nothing was written\./
    ) as string
  });
});
