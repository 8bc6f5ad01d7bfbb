import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibrary } from './open-library.js';
import { measureLibrary } from './measure-library.js';
import { briefingWithOriginal, hash, original, originalHash, text } from './testing/briefing.js';

let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-measure-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

test('every file counts by its bytes, texts, originals and versions also by their number', async () => {
  const folder = join(place, 'library');
  const library = await openLibrary(folder);
  const briefing = briefingWithOriginal('A title');
  await library.addOriginals({ [originalHash]: original });
  await library.create(briefing, { [hash]: text });
  await library.keepVersion(briefing.id, 'named', 'first');
  await library.keepVersion(briefing.id, 'named', 'second');
  await library.close();
  await writeFile(join(folder, 'texts', 'left.tmp'), 'x');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((each) => each.isFile())
    .map(async (each) => (await stat(join(each.parentPath, each.name))).size);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(await measureLibrary(folder)).toEqual({ bytes, texts: 1, originals: 1, versions: 2 });
});
