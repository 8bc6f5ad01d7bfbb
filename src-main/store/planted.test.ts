/** Links that somebody else planted under names that the library writes to are never followed. */
import { lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { openLibrary } from './open-library.js';
import { briefingPath, segmentPath } from './paths.js';
import { backupOf } from '../disk/write-durably.js';
import { testFolder } from './testing/folder.js';

let place: string;
let folder: string;
let victim: string;
beforeEach(async () => {
  place = await testFolder('planted');
  folder = join(place, 'library');
  victim = join(place, 'victim.txt');
  await writeFile(victim, 'mine');
});
afterEach(() => rm(place, { recursive: true, force: true }));

test.runIf(process.platform !== 'win32')(
  'not by edits, checkpoints, versions or the list',
  async () => {
    const briefing = emptyBriefing('One');
    await (await openLibrary(folder)).close();
    const path = briefingPath(folder, 'b', briefing.id);
    await mkdir(dirname(path), { recursive: true });
    await mkdir(join(folder, 'manifest'));
    for (const planted of [
      path,
      backupOf(path),
      segmentPath(folder, 1),
      join(folder, 'manifest/list'),
      join(folder, 'reserve.bin')
    ]) {
      await symlink(victim, planted);
    }
    const library = await openLibrary(folder);
    // The name is taken by what is not ours.
    await expect(library.create(briefing, {})).rejects.toMatchObject({ code: 'briefing-exists' });
    for (let i = 0; i < 40; i += 1) await library.create(emptyBriefing(`Other ${i}`), {});
    await library.checkpoint();
    await library.close();
    expect(await readFile(victim, 'utf8')).toBe('mine');
    expect(await lstat(victim).then((found) => found.isFile())).toBe(true);
    const again = await openLibrary(folder);
    expect(await again.list()).toHaveLength(40);
    await again.close();
    expect(await readdir(place)).toEqual(['library', 'victim.txt']);
  }
);
