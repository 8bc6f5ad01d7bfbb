/** A library → one file → another library; and files that are no whole backup. */
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../domain/briefing.js';
import { type Library, openLibrary } from './library.js';
import { briefingWithSource, hash, text } from './test-briefing.js';
import { testFolder } from './test-folder.js';

let place: string;
let library: Library;
let archive: string;
let first: Briefing;
let deleted: Briefing;

beforeEach(async () => {
  place = await testFolder('backup');
  archive = join(place, 'backup.zip');
  library = await openLibrary(join(place, 'library'));
  first = briefingWithSource('Erste \u{1F30D}');
  deleted = emptyBriefing('Deleted');
  await library.create(first, { [hash]: text });
  await library.keepVersion(first.id, 'named', 'Draft');
  await library.save(first.id, 1, { fields: { title: 'Second' } });
  await library.create(deleted, {});
  await library.delete(deleted.id);
});
afterEach(async () => {
  await library.close();
  await rm(place, { recursive: true, force: true });
});

async function contentsOf(opened: Library) {
  const briefings = await Promise.all((await opened.list()).map(({ id }) => opened.open(id)));
  const versions = await Promise.all(briefings.map(({ briefing }) => opened.versions(briefing.id)));
  const bin = (await opened.deleted()).map(({ summary }) => summary);
  return { briefings, versions, bin };
}

test('comes back whole: briefings, texts, versions and bin', async () => {
  expect(await library.backUp(archive)).toEqual({ briefings: 2, left: [] });
  const other = await openLibrary(join(place, 'other'));
  const restored = await other.restoreBackup(archive);
  expect(restored.added.toSorted()).toEqual([first.id, deleted.id].toSorted());
  expect(await contentsOf(other)).toEqual(await contentsOf(library));
  expect(await other.restoreBackup(archive)).toEqual({ added: [], changed: [], same: 2 });
  expect(await contentsOf(other)).toEqual(await contentsOf(library));
  expect(await other.check()).toEqual([]);
  await other.close();
  expect((await readdir(place)).toSorted()).toEqual(['backup.zip', 'library', 'other']);
});

test('is written whole while the library is open elsewhere, with what only the log holds', async () => {
  const made = emptyBriefing('Made just now');
  await library.create(made, {});
  const reader = await openLibrary(join(place, 'library'), { readOnly: true });
  expect(await reader.backUp(archive)).toEqual({ briefings: 3, left: [] });
  await reader.close();
  const other = await openLibrary(join(place, 'other'));
  await other.restoreBackup(archive);
  expect((await other.list()).map(({ title }) => title)).toEqual(['Made just now', 'Second']);
  await other.close();
});

test('overwrites nothing: what has changed since stays, and its older state becomes a version', async () => {
  await library.backUp(archive);
  await library.save(first.id, 2, { fields: { title: 'Third' } });
  expect(await library.restoreBackup(archive)).toMatchObject({ added: [], changed: [first.id] });
  expect((await library.open(first.id)).briefing.title).toBe('Third');
  const [version] = await library.versions(first.id);
  expect(version).toMatchObject({ kind: 'named', title: 'Second' });
  expect(version!.name).toMatch(/^From the backup of \d{4}-\d\d-\d\d$/);
  await library.delete(first.id);
  expect(await library.restoreBackup(archive)).toMatchObject({ added: [first.id] });
  expect((await library.open(first.id)).briefing.title).toBe('Third');
});

test('leaves out what is damaged, and says so', async () => {
  await library.checkpoint();
  await writeFile(join(place, 'library/texts', hash), 'spoilt');
  const { left } = await library.backUp(archive);
  expect(left).toEqual([expect.stringContaining(hash)]);
});

test('is refused where it is cut, and where a flipped bit shows; nothing is taken in then', async () => {
  await library.backUp(archive);
  const bytes = await readFile(archive);
  const damaged = join(place, 'damaged.zip');
  const other = await openLibrary(join(place, 'other'));
  const damage = fc.oneof(
    fc.nat(bytes.length - 1).map((end) => bytes.subarray(0, end)),
    fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)).map(([at, bit]) => {
      const spoilt = Buffer.from(bytes);
      spoilt[at]! ^= 1 << bit;
      return spoilt;
    })
  );
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(damage, async (spoilt) => {
      await writeFile(damaged, spoilt);
      const outcome = await other.restoreBackup(damaged).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome).toMatchObject({ code: 'not-a-backup' });
        refused += 1;
        if ((await other.list()).length === 0) expect(await other.deleted()).toEqual([]);
      } else expect(await contentsOf(other)).toEqual(await contentsOf(library));
    }),
    { numRuns: 200 }
  );
  expect(refused).toBeGreaterThan(100);
  await copyFile(archive, damaged);
  await other.restoreBackup(damaged);
  expect(await contentsOf(other)).toEqual(await contentsOf(library));
  await other.close();
});

test('a file that is no backup, or not there, is refused by name', async () => {
  await writeFile(archive, 'words');
  await expect(library.restoreBackup(archive)).rejects.toMatchObject({
    code: 'not-a-backup',
    message: expect.stringMatching(/^backup\.zip cannot be restored/) as string
  });
  await expect(library.restoreBackup(join(place, 'none.zip'))).rejects.toMatchObject({
    code: 'not-found'
  });
  await expect(library.backUp(join(place, 'none/backup.zip'))).rejects.toMatchObject({
    code: 'no-folder'
  });
});
