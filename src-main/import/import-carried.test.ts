import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
import { newId } from '../domain/base/values.js';
import { applyProfile } from '../domain/publication/profile.js';
import { bundleOf } from '../publish/bundle-json.js';
import { bringIn, importCarried, mergeIntoLibrary, readCarried } from './import-carried.js';
import { pdfCarrying, pdfCarryingAll } from '../publish/pdf/testing/pdf.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';

const sample = Bundle.parse(
  JSON.parse(
    await readFile(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
const { briefing } = sample;

let folder: string;
let library: Library;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-carried-'));
  library = await openLibrary(folder);
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

function edited(changes: Partial<Bundle['briefing']>): Bundle {
  return { ...sample, briefing: { ...briefing, ...changes } };
}

async function carried(bundle: Bundle, profile: 'full' | 'audience' = 'full') {
  const [found] = await readCarried('copy.pdf', await pdfCarrying(bundle, profile));
  if (!found) throw new Error('It carries nothing');
  return found;
}

describe('a briefing in a PDF', () => {
  test.each(['full', 'audience'] as const)(
    'comes in as it went out, and once only: %s',
    async (profile) => {
      const out = bundleOf(applyProfile(sample, profile));
      for (let time = 0; time < 2; time++) {
        expect(await bringIn(library, await carried(out, profile))).toEqual({
          id: briefing.id,
          isNew: time === 0,
          copy: null
        });
      }
      const { briefing: back, texts } = await library.open(briefing.id);
      expect(JSON.stringify(back)).toBe(JSON.stringify(out.briefing));
      expect(texts).toEqual(out.texts);
    }
  );

  test('for an audience changes nothing where the whole of it is held', async () => {
    await library.create(briefing, sample.texts);
    const brought = await bringIn(
      library,
      await carried(bundleOf(applyProfile(sample, 'audience')), 'audience')
    );
    expect(brought.copy).toBeNull();
  });

  test('that was edited elsewhere is merged with what was edited here', async () => {
    await bringIn(library, await carried(sample));
    const [first, second, ...rest] = briefing.cards;
    const theirs = edited({ cards: [first!, { ...second!, body: 'Theirs.' }, ...rest] });
    const { revision } = await library.open(briefing.id);
    await library.save(briefing.id, revision, {
      fields: { title: 'Ours' },
      cards: { put: [{ ...first!, body: 'Ours too.' }], removed: [], order: null }
    });
    const { copy } = await bringIn(library, await carried(theirs));
    expect(copy?.base).toEqual(briefing);
    expect(await mergeIntoLibrary(library, copy!)).toBe(0);
    const { briefing: merged } = await library.open(briefing.id);
    expect(merged.title).toBe('Ours');
    expect(merged.cards.map(({ body }) => body)).toEqual([
      'Ours too.',
      'Theirs.',
      ...rest.map(({ body }) => body)
    ]);
  });

  test('whose beginnings are not known loses nothing: what differs stands in a note card', async () => {
    await library.create(briefing, sample.texts);
    const theirs = edited({ title: 'Another title', cards: briefing.cards.slice(1) });
    const { copy } = await bringIn(library, await carried(theirs));
    expect(copy?.base).toBeNull();
    expect(await mergeIntoLibrary(library, copy!)).toBe(1);
    const { briefing: merged } = await library.open(briefing.id);
    expect(merged.title).toBe(briefing.title);
    expect(merged.cards.slice(0, -1)).toEqual(briefing.cards);
    expect(merged.cards.at(-1)).toMatchObject({ kind: 'note' });
    expect(merged.cards.at(-1)?.body).toContain('Another title');
  });

  test('brings the texts of sources that are new here', async () => {
    await library.create({ ...briefing, sources: [], annotations: [] }, {});
    const { copy } = await bringIn(library, await carried(sample));
    await mergeIntoLibrary(library, copy!);
    expect((await library.open(briefing.id)).texts).toEqual(sample.texts);
  });

  test('that was tampered with is refused with a sentence, and nothing enters', async () => {
    const other = new TextEncoder().encode(JSON.stringify(edited({ title: 'Another' })));
    const pdf = await pdfCarrying(sample, 'full', other);
    const imported = await importCarried(library, () => readCarried('copy.pdf', pdf));
    expect(imported).toEqual({
      ids: [],
      held: [],
      refused: [expect.stringMatching(/^copy\.pdf carries a briefing that is not the one/)],
      mended: [],
      copies: []
    });
    expect(await library.list()).toEqual([]);
  });

  test('that contradicts itself comes in mended, and says so; as a copy of what is held it is no change', async () => {
    const [first, ...rest] = briefing.positions;
    const torn = edited({ positions: [{ ...first!, supersedes: [first!.id] }, ...rest] });
    const pdf = await pdfCarrying(torn, 'full');
    const read = () => readCarried('copy.pdf', pdf);
    expect(await importCarried(library, read)).toEqual({
      ids: [briefing.id],
      held: [],
      refused: [],
      mended: [expect.stringMatching(/ in copy\.pdf contradicted itself.+ superseded itself /)],
      copies: []
    });
    expect((await library.open(briefing.id)).briefing).toEqual(briefing);
    expect(await importCarried(library, read)).toMatchObject({
      ids: [],
      held: [{ name: 'copy.pdf', id: briefing.id, title: briefing.title, importedAt: null }],
      copies: []
    });
  });

  test.each([
    ['not a PDF', new TextEncoder().encode('words')],
    ['nothing', new Uint8Array()],
    ['a torn PDF', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<< /Type')]
  ])('is not found in %s', async (_what, bytes) => {
    expect(await readCarried('copy.pdf', bytes)).toEqual([]);
  });
});

describe('a book', () => {
  const other = edited({ id: newId(), title: 'The week before' });
  const bytesOf = (data: unknown) => new TextEncoder().encode(JSON.stringify(data));

  test.each([
    ['PDF', 'book.pdf', () => pdfCarryingAll([other, sample])],
    ['list of bundles', 'book.json', () => Promise.resolve(bytesOf([other, sample]))]
  ])('as a %s comes in as the briefings that went out', async (_what, name, make) => {
    const file = await make();
    const imported = await importCarried(library, () => readCarried(name, file));
    expect(imported).toEqual({
      ids: [other.briefing.id, briefing.id],
      held: [],
      refused: [],
      mended: [],
      copies: []
    });
    for (const { briefing: out, texts } of [other, sample]) {
      const back = await library.open(out.id);
      expect(JSON.stringify(back.briefing)).toBe(JSON.stringify(out));
      expect(back.texts).toEqual(texts);
    }
  });

  test('one of whose briefings was exchanged is refused whole', async () => {
    const exchanged = bytesOf(edited({ title: 'Another' }));
    const pdf = await pdfCarryingAll([other, sample], [bytesOf(other), exchanged]);
    const imported = await importCarried(library, () => readCarried('book.pdf', pdf));
    expect(imported).toMatchObject({
      ids: [],
      refused: [expect.stringMatching(/tampered|checksum/)]
    });
    expect(await library.list()).toEqual([]);
  });

  test('that is an empty list is no briefing', async () => {
    const imported = await importCarried(library, () => readCarried('x.json', bytesOf([])));
    expect(imported?.refused[0]).toMatch(/^x\.json is no briefing .*: it is an empty list\.$/);
  });
});
