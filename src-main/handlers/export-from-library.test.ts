import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { fullEdition } from '../domain/publication/edition.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { exportEach } from './export-from-library.js';
import type { Library } from '../store/library.js';
import { openLibrary } from '../store/open-library.js';
import { writeChosen } from './program.js';

/** What the save dialog answers. */
const chosen = vi.hoisted(() => ({ path: '' }));
vi.mock('../edge/electron.js', () => ({
  app: {},
  shell: {},
  dialog: {
    showSaveDialog: () => Promise.resolve({ canceled: false, filePath: chosen.path })
  }
}));

let place: string;
let folder: string;
let library: Library;
let ids: Id[];
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-many-'));
  folder = join(place, 'exports');
  library = await openLibrary(join(place, 'library'));
  ids = [];
  for (const title of ['One', 'one', 'Two']) {
    const briefing = { ...emptyBriefing(title), marking: `Marked ${title}` };
    await library.create(briefing, {});
    ids.push(briefing.id);
  }
});
afterEach(async () => {
  await library.close();
  await rm(place, { recursive: true, force: true });
});

const options = {
  print: () => Promise.reject(new Error('Nothing is to be printed'))
};

test('nothing is written into a library, by whichever dialog it was chosen', async () => {
  const inside = join(place, 'library');
  const holds = (await readdir(inside)).sort();
  const refused = /lies in the library in .* Nothing was written\./;
  await expect(exportEach(library, ids, inside, 'md', fullEdition, options)).rejects.toThrow(
    refused
  );
  chosen.path = join(inside, 'copy.md');
  const window = () => ({}) as never;
  const write = () => writeFile(chosen.path, '');
  const filter = { name: 'Markdown', ending: 'md' };
  await expect(
    writeChosen({ window, documents: place }, 'Export', 'copy.md', filter, write)
  ).rejects.toThrow(refused);
  expect((await readdir(inside)).sort()).toEqual(holds);
});

test('gives each a name of its own, in any case, and overwrites nothing', async () => {
  await exportEach(library, ids, folder, 'md', fullEdition, options);
  await writeFile(join(folder, 'Two, own copy.md'), 'mine');
  await exportEach(library, ids, folder, 'md', fullEdition, options);
  expect((await readdir(folder)).sort()).toEqual([
    'One, own copy 3.md',
    'One, own copy.md',
    'Two, own copy 2.md',
    'Two, own copy.md',
    'one, own copy 2.md',
    'one, own copy 4.md'
  ]);
  expect(await readFile(join(folder, 'Two, own copy.md'), 'utf8')).toBe('mine');
});

test('a stop says how many were written, and these are whole', async () => {
  const beforeEach = (number: number) => {
    if (number === 3) throw new ExpectedFailure('cancelled', 'The export was cancelled.');
  };
  await expect(
    exportEach(library, ids, folder, 'json', fullEdition, { ...options, beforeEach })
  ).rejects.toMatchObject({
    code: 'cancelled',
    message: '2 of 3 briefings were exported, the next was not. The export was cancelled.'
  });
  const names = (await readdir(folder)).sort();
  expect(names).toEqual(['One.json', 'one 2.json']);
  for (const name of names) JSON.parse(await readFile(join(folder, name), 'utf8'));
});

test('a file in the place of the folder is refused before anything is written', async () => {
  await writeFile(folder, 'a file');
  await expect(exportEach(library, ids, folder, 'md', fullEdition, options)).rejects.toMatchObject({
    code: 'no-folder'
  });
  expect(await readFile(folder, 'utf8')).toBe('a file');
});
