import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from './domain/briefing.js';
import { firstFolder, openLibraries, type OpenLibraries } from './open-libraries.js';
import { openSettings, type SettingsFile } from './settings.js';
import { openLibrary } from './store/library.js';

let place: string;
let settings: SettingsFile;
let libraries: OpenLibraries;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'libraries-'));
  settings = openSettings(join(place, 'settings.json'));
  libraries = await openLibraries(join(place, 'one'), {
    settings,
    onFinding: () => undefined,
    onProgress: () => undefined,
    seed: async (library) => {
      if (library.isNew) await library.create(emptyBriefing('Seeded'), {});
    }
  });
});
afterEach(async () => {
  await libraries.close();
  await rm(place, { recursive: true });
});

test('another library takes the place of the open one for all who have it, and is remembered', async () => {
  const { library, search } = libraries;
  const first = emptyBriefing('In the first');
  await library.create(first, {});
  await libraries.switchTo(join(place, 'two'));
  expect((await library.list()).map(({ title }) => title)).toEqual(['Seeded']);
  expect((await search.find('first', false, 5)).total).toBe(0);
  await library.create(emptyBriefing('In the second'), {});
  expect((await search.find('second', false, 5)).total).toBe(1);
  expect(libraries.recent().map((folder) => folder.split('/').at(-1))).toEqual(['two', 'one']);
  expect(firstFolder(null, settings, 'home')).toBe(library.folder);
  expect(firstFolder('named', settings, 'home')).toBe('named');

  // The first one is let go of.
  const again = await openLibrary(join(place, 'one'));
  expect((await again.list()).map(({ title }) => title)).toContain('In the first');
  await again.close();
});

test('a folder that is no library is refused, and the open one stays', async () => {
  await writeFile(join(place, 'other.txt'), 'mine');
  await expect(libraries.switchTo(place)).rejects.toMatchObject({ code: 'not-a-library' });
  expect((await libraries.library.list()).map(({ title }) => title)).toEqual(['Seeded']);
  expect(await readdir(place)).toContain('other.txt');
});

test('a library that has vanished is not made again at the next start', () => {
  settings.set({ libraries: [join(place, 'gone')] });
  expect(firstFolder(null, settings, 'home')).toBe('home');
});
