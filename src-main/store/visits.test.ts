/** What an author saved and left is a version before a later visit changes it. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import type { Library } from './library.js';
import { openLibrary } from './open-library.js';
import { testFolder } from './testing/folder.js';

const hour = 3_600_000;
const briefing = emptyBriefing('Title 1');

let folder: string;
let library: Library;
let time: number;
let revision: number;

beforeEach(async () => {
  folder = await testFolder('visits');
  time = Date.parse('2025-08-17T09:00:00Z');
  revision = 1;
  library = await openLibrary(folder, { now });
  await library.create(briefing, {});
  await library.checkpoint();
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const now = () => new Date(time);
const visit = () => library.visit(briefing.id);
const kept = async () =>
  (await library.versions(briefing.id)).map(({ kind, title }) => `${kind} ${title}`);

async function save(title: string): Promise<void> {
  revision = await library.save(briefing.id, revision, { fields: { title } });
}

async function reopen(): Promise<void> {
  await library.close();
  library = await openLibrary(folder, { now });
}

test('is kept within the hour, over restarts, and also where no file holds it yet', async () => {
  await visit();
  await save('Typed');
  await save('Mine');
  await visit();
  await save('By mistake');
  await save('By mistake too');
  expect(await kept()).toEqual(['visit Mine', 'daily Title 1']);
  await reopen();
  await visit();
  await visit();
  await save('After a restart');
  const versions = ['visit By mistake too', 'visit Mine', 'daily Title 1'];
  expect(await kept()).toEqual(versions);
  await reopen();
  expect(await kept()).toEqual(versions);
});

test('is kept once, and not by whoever only reads', async () => {
  await visit();
  await library.open(briefing.id);
  await save('Mine');
  expect(await kept()).toEqual(['daily Title 1']);
  await library.keepVersion(briefing.id, 'named', 'Mine');
  await visit();
  await library.open(briefing.id);
  await save('By mistake');
  expect(await kept()).toEqual(['named Mine', 'daily Title 1']);
});

test('keeps no hourly or daily version from being made', async () => {
  for (let i = 0; i < 8; i += 1) {
    await visit();
    time += hour / 4;
    await save(`${i}`);
    await library.checkpoint();
  }
  await reopen();
  await visit();
  time += 24 * hour;
  await save('The next day');
  const kinds = (await library.versions(briefing.id)).map(({ kind }) => kind);
  expect(kinds).toEqual([
    ...['daily', 'visit', 'visit', 'visit'],
    ...['hourly', 'visit', 'visit', 'visit', 'daily']
  ]);
});
