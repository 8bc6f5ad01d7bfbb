/**
 * Versions and bin over days, restarts, older schemas and wrong clocks. Over 300 lines because they share one
 * library and its clock.
 */
import { newCard } from '../../domain/briefing/entries.js';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../../domain/briefing/briefing.js';
import { newId } from '../../domain/base/values.js';
import { currentSchema } from '../../domain/briefing/migrations.js';
import { seal } from '../envelope.js';
import type { Library } from '../library.js';
import { openLibrary } from '../open-library.js';
import { briefingPath } from '../paths.js';
import { disk, type FileSystem } from '../../disk/file-system.js';
import { backupOf } from '../../disk/write-durably.js';
import { briefingWithSource, hash, text } from '../testing/briefing.js';
import { testFolder } from '../testing/folder.js';

const start = Date.parse('2025-08-17T09:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;
const tenYears = 3_653 * day;

let folder: string;
let library: Library;
let briefing: Briefing;
let time: number;
let revision: number;

beforeEach(async () => {
  folder = await testFolder('versions');
  time = start;
  revision = 1;
  library = await openLibrary(folder, { now });
  briefing = briefingWithSource('Title 1');
  await library.create(briefing, { [hash]: text });
  await library.checkpoint();
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const now = () => new Date(time);

/** A change whose title tells its revision, brought to the files after so many milliseconds. */
async function edit(after = 0): Promise<void> {
  time += after;
  const title = `Title ${revision + 1}`;
  revision = await library.save(briefing.id, revision, { fields: { title } });
  await library.checkpoint();
}

async function reopen(): Promise<void> {
  await library.close();
  library = await openLibrary(folder, { now });
}

const kept = async () =>
  (await library.versions(briefing.id)).map(({ kind, title }) => `${kind} ${title}`);

describe('versions', () => {
  test('are kept by the hour and the first of a day as daily ones, over restarts', async () => {
    await edit();
    await edit(hour / 2);
    expect(await kept()).toEqual(['daily Title 1']);
    await reopen();
    await edit(hour / 2);
    await edit(10);
    await reopen();
    await edit(day);
    await reopen();
    expect(await kept()).toEqual(['daily Title 5', 'hourly Title 3', 'daily Title 1']);
  });

  test.each([tenYears, -tenYears])(
    'stay in order and whole when the clock is off by %d',
    async (off) => {
      await edit();
      await edit(off);
      await edit(-off);
      await edit(hour);
      const versions = await library.versions(briefing.id);
      expect(versions.map(({ title }) => title)).toEqual([
        'Title 4',
        'Title 3',
        'Title 2',
        'Title 1'
      ]);
      await reopen();
      expect((await library.open(briefing.id)).briefing.title).toBe('Title 5');
    }
  );

  test('tell who worked on it, also when they are read again; older ones tell nobody', async () => {
    const by = { name: 'Ada Byron', device: 'D1' };
    expect(await library.keepVersion(briefing.id, 'named', 'Before')).toMatchObject({ by: null });
    await edit();
    await library.close();
    library = await openLibrary(folder, { now, author: () => by });
    expect(await library.keepVersion(briefing.id, 'named', 'After')).toMatchObject({ by });
    await reopen();
    const versions = await library.versions(briefing.id);
    const named = versions.filter(({ kind }) => kind === 'named');
    expect(named.map((each) => [each.name, each.by])).toEqual([
      ['After', by],
      ['Before', null]
    ]);
  });

  test('beyond the newest twenty only the hourly ones go', async () => {
    await library.keepVersion(briefing.id, 'named', 'First draft');
    for (let i = 0; i < 24; i += 1) await edit(hour);
    const versions = await library.versions(briefing.id);
    expect(versions.slice(20).every(({ kind }) => kind !== 'hourly')).toBe(true);
    expect(versions.at(-1)).toMatchObject({ kind: 'named', name: 'First draft', revision: 1 });
    expect(versions.slice(0, 20).map((each) => each.revision)).toEqual(
      Array.from({ length: 20 }, (_, i) => 24 - i)
    );
  });

  test('hold what was undone, which neither the briefing nor the hourly ones take notice of', async () => {
    await edit();
    const card = newCard('note', { heading: 'Undone', body: '' });
    const cards = { put: [card], removed: [], order: [card.id] };
    const change = { fields: {}, cards };
    await expect(library.keepUndone(briefing.id, 1, change, 'x')).rejects.toMatchObject({
      code: 'stale-revision'
    });
    time += hour;
    const undone = await library.keepUndone(briefing.id, revision, change, 'adding a card');
    expect(undone).toMatchObject({ kind: 'undone', name: 'adding a card', revision });
    expect(undone.keptAt).toBe(now().toISOString());
    expect(await library.open(briefing.id)).toMatchObject({ revision, briefing: { cards: [] } });
    await reopen();
    const held = await library.openVersion(briefing.id, undone.key);
    expect(held.briefing.cards).toEqual([card]);
    await edit();
    expect(await kept()).toEqual(['undone Title 2', 'hourly Title 2', 'daily Title 1']);
    expect(await library.restoreVersion(briefing.id, revision, undone.key)).toBe(revision + 1);
    expect((await library.open(briefing.id)).briefing.cards).toEqual([card]);
  });

  test('are restored in place, where the state before becomes one too', async () => {
    const card = newCard('note', { heading: 'Added', body: '' });
    const first = await library.keepVersion(briefing.id, 'named', 'First draft');
    revision = await library.save(briefing.id, revision, {
      fields: { title: 'Changed' },
      cards: { put: [card], removed: [], order: [card.id] }
    });
    const stale = library.restoreVersion(briefing.id, 1, first.key);
    await expect(stale).rejects.toMatchObject({ code: 'stale-revision' });
    expect(await library.restoreVersion(briefing.id, revision, first.key)).toBe(3);
    await reopen();
    const { briefing: restored } = await library.open(briefing.id);
    expect({ ...restored, modifiedAt: '' }).toEqual({ ...briefing, modifiedAt: '' });
    const [before] = await library.versions(briefing.id);
    expect(before).toMatchObject({ kind: 'restore', title: 'Changed', revision: 2 });
    await library.restoreVersion(briefing.id, 3, before!.key);
    expect((await library.open(briefing.id)).briefing.cards).toEqual([card]);
  });

  test('bring back what a card said that was changed since, and leave those alone that were not', async () => {
    const [changed, same] = ['Old', 'Same'].map((body) => newCard('note', { heading: '', body }));
    const order = [changed!.id, same!.id];
    revision = await library.save(briefing.id, revision, {
      fields: {},
      cards: { put: [changed!, same!], removed: [], order }
    });
    const { key } = await library.keepVersion(briefing.id, 'named', '');
    revision = await library.save(briefing.id, revision, {
      fields: {},
      cards: { put: [{ ...changed!, body: 'New' }], removed: [], order }
    });
    await library.restoreVersion(briefing.id, revision, key);
    const { cards } = (await library.open(briefing.id)).briefing;
    expect(cards.map(({ body }) => body)).toEqual(['Old', 'Same']);
  });

  test('become briefings of their own, with their texts', async () => {
    const first = await library.keepVersion(briefing.id, 'named', 'First draft');
    await edit();
    const copy = await library.open(await library.copyVersion(briefing.id, first.key));
    expect(copy.briefing.title).toBe('Title 1 (version of 2025-08-17)');
    expect(copy.texts).toEqual({ [hash]: text });
    expect(await library.list()).toHaveLength(2);
  });

  test('that are damaged are named, left where they are, and cost no other', async () => {
    const one = await library.keepVersion(briefing.id, 'named', 'One');
    await library.keepVersion(briefing.id, 'named', 'Two');
    const path = join(folder, 'versions', briefing.id, `${one.key}.json`);
    await writeFile(path, (await readFile(path, 'utf8')).replace('Title', 'Tilte'));
    expect((await library.versions(briefing.id)).map(({ name }) => name)).toEqual(['Two']);
    expect(library.findings).toMatchObject([{ code: 'damaged-version' }]);
    const opened = library.openVersion(briefing.id, one.key);
    await expect(opened).rejects.toMatchObject({ code: 'damaged-version' });
    const absent = library.openVersion(briefing.id, one.key.replace(/.$/, 'x'));
    await expect(absent).rejects.toMatchObject({ code: 'no-version' });
  });
});

test('a briefing of an older schema is lifted when it is first changed, and kept as it was', async () => {
  const added = ['likelihoodScale', 'outcomes', 'events', 'figures', 'dismissals'];
  const old = Object.fromEntries(
    Object.entries(emptyBriefing('Old')).filter(([name]) => !added.includes(name))
  );
  const path = briefingPath(folder, 'b', briefing.id);
  const data = { ...old, id: briefing.id };
  const bytes = seal('standpoint-briefing', { schema: 1, revision: 4, data });
  await library.close();
  for (const each of [path, backupOf(path)]) await writeFile(each, bytes);
  library = await openLibrary(folder, { now });
  expect((await library.open(briefing.id)).briefing).toMatchObject({ title: 'Old', outcomes: [] });
  expect(await readFile(path)).toEqual(Buffer.from(bytes));
  await library.save(briefing.id, 4, { fields: { title: 'New' } });
  await library.checkpoint();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    schema: currentSchema,
    rev: 5
  });
  const [version] = await library.versions(briefing.id);
  expect(version).toMatchObject({ kind: 'migration', title: 'Old', revision: 4 });
  const file = join(folder, 'versions', briefing.id, `${version!.key}.json`);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    schema: 1,
    data: { briefing: data }
  });
});

describe('the bin', () => {
  const titles = async () => (await library.deleted()).map(({ summary }) => summary.title);

  test('is told also while one of it is put back', async () => {
    await library.delete(briefing.id);
    await library.close();
    let isPutBack = true;
    const stat = (async (path: string) => {
      if (path === briefingPath(folder, 'bin', briefing.id) && !isPutBack) {
        isPutBack = true;
        await library.restore(briefing.id);
      }
      return disk.stat(path);
    }) as FileSystem['stat'];
    library = await openLibrary(folder, { now, fs: { ...disk, stat } });
    isPutBack = false;
    await library.deleted();
    expect(isPutBack).toBe(true);
    expect((await library.list()).map(({ title }) => title)).toEqual(['Title 1']);
  });

  test('tells what was deleted when, latest first', async () => {
    const second = emptyBriefing('Second');
    await library.create(second, {});
    await library.delete(briefing.id);
    time += hour;
    await library.delete(second.id);
    await reopen();
    const deleted = await library.deleted();
    expect(deleted.map(({ summary, deletedAt }) => [summary.title, deletedAt])).toEqual([
      ['Second', new Date(time).toISOString()],
      ['Title 1', new Date(time - hour).toISOString()]
    ]);
  });

  test('keeps a briefing for thirty days, however seldom one looks', async () => {
    await library.delete(briefing.id);
    expect(await library.tidy()).toBe(0);
    for (const days of [6, 6, 6, 6, 5]) {
      time += days * day;
      expect(await library.tidy()).toBe(0);
      await reopen();
    }
    expect(await titles()).toEqual(['Title 1']);
    time += day;
    expect(await library.tidy()).toBe(1);
    expect(await titles()).toEqual([]);
    await expect(library.restore(briefing.id)).rejects.toMatchObject({ code: 'no-briefing' });
    expect(await library.check()).toEqual([]);
  });

  test.each([tenYears, -tenYears])('is not emptied by a clock that is off by %d', async (off) => {
    time += off;
    await library.delete(briefing.id);
    await library.tidy();
    for (const step of [-off, off, -off]) {
      time += step;
      expect(await library.tidy()).toBe(0);
    }
    expect(await titles()).toEqual(['Title 1']);
    await library.restore(briefing.id);
    expect((await library.list()).map(({ title }) => title)).toEqual(['Title 1']);
  });

  test('is emptied by hand, versions and all, and not of what is in use', async () => {
    await library.keepVersion(briefing.id, 'named', 'One');
    await library.removeForGood([briefing.id]);
    expect(await library.list()).toHaveLength(1);
    await library.delete(briefing.id);
    await library.removeForGood([briefing.id, newId()]);
    expect(await titles()).toEqual([]);
    expect(await readdir(join(folder, 'versions'))).toEqual([]);
    await reopen();
    expect([...(await library.list()), ...(await library.deleted())]).toEqual([]);
  });
});
