import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { until } from '../../scripts/testing/until.mjs';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { emptyRegister } from '../domain/ledger/register.js';
import { type Progress, type Search, type SearchedLibrary, startSearch } from './start-search.js';

let root: string;
let library: Map<string, Briefing>;
let source: SearchedLibrary;
let search: Search | null;
let told: (Progress | null)[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'search-'));
  await mkdir(join(root, 'b'));
  library = new Map();
  told = [];
  search = null;
  source = {
    file: join(root, 'search.sqlite'),
    root,
    texts: join(root, 'texts'),
    list: () =>
      Promise.resolve(
        [...library.values()].map(({ id, modifiedAt }) => ({ id, stamp: modifiedAt }))
      ),
    fileOf: (id) => `b/${id}.json`,
    said: () => Promise.resolve(emptyRegister),
    collections: () => Promise.resolve([]),
    read: (id) => Promise.resolve(library.get(id) ?? null)
  };
});
afterEach(async () => {
  await search?.close();
  await rm(root, { recursive: true });
});

async function add(title: string, { onDisk = true } = {}): Promise<Briefing> {
  const briefing = emptyBriefing(title);
  library.set(briefing.id, briefing);
  const file = JSON.stringify({ schema: 2, data: briefing });
  if (onDisk) await writeFile(join(root, source.fileOf(briefing.id)), file);
  return briefing;
}

function start(): Search {
  return (search = startSearch(source, { onProgress: (progress) => told.push(progress) }));
}

const titlesOf = async (text: string) =>
  (await search!.find(text, false, 20, null)).groups.map(({ title }) => title.text);

test('reads what lies in files itself, and asks for what does not', async () => {
  for (let i = 0; i < 20; i += 1) await add(`Filed ${i}`);
  await add('Only in memory', { onDisk: false });
  const read = vi.spyOn(source, 'read');
  await start().upToDate();
  expect(await titlesOf('memory')).toEqual(['Only in memory']);
  expect(read).toHaveBeenCalledOnce();
  expect((await search!.find('filed', false, 5, null)).ids).toHaveLength(20);
  expect(told[0]).toEqual({ read: 0, of: 21 });
  expect(told.at(-1)).toBeNull();
});

test('finds a change at once, and no more what is gone', async () => {
  const first = await add('First words');
  await start().upToDate();
  const second = { ...first, title: 'Second words', modifiedAt: '2999-01-01T00:00:00Z' };
  library.set(first.id, second);
  search!.changed(first.id);
  expect(await titlesOf('words')).toEqual(['Second words']);
  library.delete(first.id);
  search!.changed(first.id);
  expect(await titlesOf('words')).toEqual([]);
});

test('tells when a change that nobody asked for was put in, so that it can be asked for', async () => {
  await start().upToDate();
  const begun = told.length;
  const added = await add('Late words');
  search!.changed(added.id);
  await until(() => expect(told.length).toBeGreaterThan(begun));
  expect(await titlesOf('late')).toEqual(['Late words']);
});

test('paused, it answers from what it has read and says how far that is', async () => {
  for (let i = 0; i < 20; i += 1) await add(`Filed ${i}`);
  start().pause();
  expect(await search!.find('filed', false, 50, null)).toMatchObject({
    ids: [],
    reading: { read: 0, of: 20 }
  });
  search!.resume();
  await search!.upToDate();
  expect(await search!.find('filed', false, 50, null)).toMatchObject({ reading: null });
  expect((await search!.find('filed', false, 50, null)).ids).toHaveLength(20);
});

test('a thread that breaks fails with a sentence and holds nothing up', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const startWorker = () => new Worker('throw new Error("broken")', { eval: true });
  search = startSearch(source, { startWorker });
  await expect(search.find('a', false, 1, null)).rejects.toMatchObject({ code: 'search-failed' });
  await expect(search.find('a', false, 1, null)).rejects.toThrow('library itself is not touched');
  expect(log).toHaveBeenCalled();
});
