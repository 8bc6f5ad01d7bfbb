/** The library's lock as a library sees it: what it says of one that is taken, and of a system without locks. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { isDamage } from './finding.js';
import { openLibrary } from './open-library.js';
import { testFolder } from './testing/folder.js';

let place: string;
beforeEach(async () => {
  place = await testFolder('lock');
});
afterEach(() => rm(place, { recursive: true, force: true }));

test.runIf(process.platform === 'linux')(
  'without locks the library opens and says so, which is no damage',
  async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = place;
    onTestFinished(() => void (process.env['PATH'] = path));
    const library = await openLibrary(join(place, 'library'));
    const [finding] = library.findings;
    expect(finding?.message).toMatch(
      /cannot be locked, since the program “flock” is not installed/
    );
    expect(finding && isDamage(finding)).toBe(false);
    await library.close();
  }
);

test('a folder of other things is left without a trace', async () => {
  const folder = join(place, 'photos');
  mkdirSync(folder);
  writeFileSync(join(folder, 'cat.jpg'), '');
  await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'not-a-library' });
  expect(await readdir(folder)).toEqual(['cat.jpg']);
});

test('a library whose lock file was deleted or copied opens like any other', async () => {
  const folder = join(place, 'library');
  await (await openLibrary(folder)).close();
  rmSync(join(folder, '.lock'));
  const library = await openLibrary(folder);
  await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library-in-use' });
  await library.close();
  await (await openLibrary(folder)).close();
});
