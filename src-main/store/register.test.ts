/** The register of a library survives what its briefings survive: a kill, a full disk, damage, a backup. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyRegister, joinNames, putInCollection } from '../domain/ledger/register.js';
import { newId } from '../domain/base/values.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { failingDisk } from '../disk/testing/failing-disk.js';
import { openLibrary } from './open-library.js';
import { registerSchema } from './register.js';
import { testFolder } from './testing/folder.js';

const first = joinNames(emptyRegister, 'actor', ['US', 'America']);
const second = putInCollection(first, 'Talks', [newId()]);
let place: string;
let folder: string;
let file: string;

beforeEach(async () => {
  place = await testFolder('register');
  folder = join(place, 'library');
  file = join(folder, 'register.json');
});
afterEach(() => rm(place, { recursive: true, force: true }));

async function saved(): Promise<void> {
  const library = await openLibrary(folder);
  expect(await library.register()).toEqual({ revision: 0, register: emptyRegister });
  expect(await library.saveRegister(0, first)).toBe(1);
  expect(await library.saveRegister(1, second)).toBe(2);
  await library.close();
}

test('is kept, is never overwritten by what rests on an older one, and is only read in a library that is', async () => {
  await saved();
  const library = await openLibrary(folder);
  expect(await library.register()).toEqual({ revision: 2, register: second });
  await expect(library.saveRegister(1, first)).rejects.toMatchObject({ code: 'stale-revision' });
  const reader = await openLibrary(folder, { readOnly: true });
  expect((await reader.register()).register).toEqual(second);
  await expect(reader.saveRegister(2, first)).rejects.toMatchObject({ code: 'read-only-library' });
  await reader.close();
  await library.close();
});

test('a disk that fails at any step leaves the one before or the new one, whole', async () => {
  await saved();
  let failures = 0;
  for (let step = 0; ; step += 1) {
    const disk = failingDisk('ENOSPC');
    const library = await openLibrary(folder, { fs: disk });
    const before = await library.register();
    const after = putInCollection(before.register, `Step ${step}`, []);
    disk.arm(step);
    const outcome: unknown = await library
      .saveRegister(before.revision, after)
      .catch((error: unknown) => error);
    const isOver = disk.steps[step] === undefined;
    disk.arm(null);
    await library.close();
    const again = await openLibrary(folder);
    const failed = outcome instanceof Error;
    if (failed) expect(outcome).toBeInstanceOf(ExpectedFailure);
    failures += Number(failed);
    expect((await again.register()).register).toEqual(failed ? before.register : after);
    expect((await again.check(true)).filter(({ code }) => code !== 'leftover')).toEqual([]);
    await again.close();
    if (isOver) break;
  }
  expect(failures).toBeGreaterThan(3);
});

test('damaged, it is read from its other copy, told, and mended; nothing bad goes over the good copy', async () => {
  await saved();
  await writeFile(file, 'spoilt');
  const library = await openLibrary(folder);
  expect(await library.register()).toEqual({ revision: 1, register: first });
  expect(library.findings).toMatchObject([{ code: 'damaged-register', mended: false }]);
  expect(await library.saveRegister(1, second)).toBe(2);
  expect(await library.check()).not.toContainEqual(
    expect.objectContaining({ file: 'register.json', mended: false })
  );
  await library.close();
  expect(await readdir(join(folder, 'quarantine'))).toHaveLength(1);
});

test('lost, it begins anew and says so', async () => {
  await saved();
  for (const each of [file, `${file}.bak`]) await writeFile(each, 'spoilt');
  const library = await openLibrary(folder);
  expect(await library.register()).toEqual({ revision: 0, register: emptyRegister });
  expect(library.findings).toMatchObject([{ code: 'lost-register' }]);
  expect(await library.check(true)).toMatchObject([{ code: 'lost-register', mended: true }]);
  expect(await library.saveRegister(0, first)).toBe(1);
  await library.close();
});

test('one of a newer Standpoint is left as it is', async () => {
  await saved();
  const { seal } = await import('./envelope.js');
  const newer = { schema: registerSchema + 1, revision: 9, data: { more: 1 } };
  await writeFile(file, seal('standpoint-register', newer));
  const bytes = await readFile(file);
  const library = await openLibrary(folder);
  await expect(library.saveRegister(9, first)).rejects.toMatchObject({ code: 'newer-schema' });
  await library.close();
  expect(await readFile(file)).toEqual(bytes);
});

test('goes into a backup, and comes to what the other library says', async () => {
  await saved();
  const archive = join(place, 'all.zip');
  const library = await openLibrary(folder);
  await library.backUp(archive);
  await library.close();
  const other = await openLibrary(join(place, 'other'));
  const own = putInCollection(emptyRegister, 'Grain', []);
  await other.saveRegister(0, own);
  await other.restoreBackup(archive);
  const { register, revision } = await other.register();
  expect(register.joined).toEqual(second.joined);
  expect(register.collections.map(({ name }) => name)).toEqual(['Grain', 'Talks']);
  await other.restoreBackup(archive);
  expect((await other.register()).revision).toBe(revision);
  await other.close();
});
