import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibrary } from './open-library.js';
import { lookAtFolder } from './open-folder.js';

let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-folder-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

test('a library is known, also by a folder inside it', async () => {
  const folder = join(place, 'library');
  await (await openLibrary(folder)).close();
  expect(await lookAtFolder(folder)).toEqual({ kind: 'library' });
  const inside = { kind: 'inside', library: folder };
  expect(await lookAtFolder(join(folder, 'b', '07'))).toEqual(inside);
});

test('a folder with nothing to see in it is empty, as is one that is not there', async () => {
  await writeFile(join(place, '.DS_Store'), '');
  expect(await lookAtFolder(place)).toEqual({ kind: 'empty' });
  expect(await lookAtFolder(join(place, 'new'))).toEqual({ kind: 'empty' });
});

test('a folder of other things is told with them, even where one has a name of ours', async () => {
  await mkdir(join(place, 'bin'));
  await writeFile(join(place, 'letter.txt'), '');
  expect(await lookAtFolder(place)).toEqual({ kind: 'other', names: ['bin', 'letter.txt'] });
});

test('a library is made among other things where that is asked for, and they stay', async () => {
  await writeFile(join(place, 'letter.txt'), 'x');
  await expect(openLibrary(place)).rejects.toMatchObject({ code: 'not-a-library' });
  await (await openLibrary(place, { amongOthers: true })).close();
  expect(await lookAtFolder(place)).toEqual({ kind: 'library' });
  expect(await readFile(join(place, 'letter.txt'), 'utf8')).toBe('x');
});
