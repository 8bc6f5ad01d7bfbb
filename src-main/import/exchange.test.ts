/** Protects that libraries which exchange a briefing hold the same in the end, and that exchanging once more changes nothing. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { diffBriefing } from '../domain/change/change.js';
import { fullEdition } from '../domain/publication/edition.js';
import { exportJob, readDocumentPart } from '../handlers/export-from-library.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { bringIn, mergeIntoLibrary, readCarriedFile } from './import-carried.js';

const sample = Bundle.parse(
  JSON.parse(
    await readFile(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
const { id } = sample.briefing;

let folder: string;
let here: Library;
let there: Library;
let elsewhere: Library;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-exchange-'));
  [here, there, elsewhere] = await Promise.all([open('here'), open('there'), open('elsewhere')]);
  await here.create(sample.briefing, sample.texts);
  await send(here, there);
  await send(here, elsewhere);
});
afterEach(async () => {
  await Promise.all([here.close(), there.close(), elsewhere.close()]);
  await rm(folder, { recursive: true, force: true });
});

function open(name: string): Promise<Library> {
  return openLibrary(join(folder, name));
}

/** Returns whether it brought anything, and how much there is to settle. */
async function send(from: Library, to: Library, ending = 'json') {
  const path = join(folder, `copy.${ending}`);
  const parts = [await readDocumentPart(from, id, fullEdition)];
  await exportJob(from, { title: null, parts, edition: fullEdition }, path, {
    print: () => Promise.reject(new Error('Nothing is printed here'))
  });
  const [carried] = await readCarriedFile(path);
  const { copy } = await bringIn(to, carried!);
  return { isNews: copy !== null, clashes: copy ? await mergeIntoLibrary(to, copy) : 0 };
}

async function write(library: Library, edit: (briefing: Briefing) => Briefing): Promise<void> {
  const { briefing, revision } = await library.open(id);
  await library.save(id, revision, diffBriefing(briefing, edit(briefing)));
}

async function contentOf(library: Library): Promise<Partial<Briefing>> {
  const { briefing } = await library.open(id);
  return { ...briefing, modifiedAt: '' };
}

const withTitle = (title: string) => (briefing: Briefing) => ({ ...briefing, title });

test.each(['json', 'standpoint'])(
  'both sides hold the same, and a second exchange changes nothing: %s',
  async (ending) => {
    await write(here, withTitle('Ours'));
    await write(there, withTitle('Theirs'));
    await write(there, (briefing) => ({ ...briefing, cards: briefing.cards.slice(1) }));
    expect(await send(here, there, ending)).toEqual({ isNews: true, clashes: 1 });
    expect(await send(there, here, ending)).toEqual({ isNews: true, clashes: 0 });
    const both = await contentOf(here);
    expect(await contentOf(there)).toEqual(both);
    expect(both.title).toBe('Theirs');
    expect(both.cards).toHaveLength(sample.briefing.cards.length);
    expect(both.cards?.at(-1)?.body).toContain('Ours');
    expect(await send(here, there, ending)).toEqual({ isNews: false, clashes: 0 });
    expect(await send(there, here, ending)).toEqual({ isNews: false, clashes: 0 });
    expect(await contentOf(here)).toEqual(both);
  }
);

test('what is settled stays settled when the old copy comes once more', async () => {
  await write(here, withTitle('Ours'));
  await write(there, withTitle('Theirs'));
  await send(there, here);
  await write(here, (briefing) => ({
    ...briefing,
    title: 'Settled',
    cards: sample.briefing.cards
  }));
  expect(await send(there, here)).toMatchObject({ clashes: 0 });
  expect(await send(here, there)).toMatchObject({ clashes: 0 });
  expect(await contentOf(there)).toEqual(await contentOf(here));
  expect(await contentOf(here)).toMatchObject({ title: 'Settled', cards: sample.briefing.cards });
});

test('a copy is not taken for one that began with what a third has written', async () => {
  await write(here, withTitle('Ours'));
  await write(there, withTitle('Theirs'));
  await send(there, elsewhere);
  expect(await send(here, elsewhere)).toEqual({ isNews: true, clashes: 1 });
  const words = JSON.stringify(await contentOf(elsewhere));
  expect(words).toContain('Ours');
  expect(words).toContain('Theirs');
});
