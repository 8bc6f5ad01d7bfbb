import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  writeFile
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExpectedFailure } from '../domain/base/result.js';
import { disk, type FileSystem } from './file-system.js';
import { writeAtomically } from './write-atomically.js';

const bytes = new TextEncoder().encode('new');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('replaces what was there, and leaves nothing beside it', async () => {
  const path = join(folder, 'x.pdf');
  await writeFile(path, 'old');
  await writeAtomically(path, bytes);
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['x.pdf']);
});

test.runIf(process.platform !== 'win32')(
  'what is replaced keeps who may read it, unless that is said',
  async () => {
    const path = join(folder, 'x.pdf');
    const modeAfter = async (...mode: readonly number[]) => {
      await writeAtomically(path, bytes, disk, ...mode);
      return (await stat(path)).mode & 0o777;
    };
    await writeFile(path, 'old');
    // Wider than the usual mask allows a new file, and narrower.
    for (const mode of [0o664, 0o600]) {
      await chmod(path, mode);
      expect(await modeAfter()).toBe(mode);
    }
    await chmod(path, 0o644);
    expect(await modeAfter(0o600)).toBe(0o600);
  }
);

test('a name may be as long as the disk allows, in any script', async () => {
  const path = join(folder, `${'国'.repeat(83)}.pdf`);
  await writeAtomically(path, bytes);
  expect(await readFile(path, 'utf8')).toBe('new');
});

test.each([
  ['a folder that is not there', 'gone/x.pdf', 'no-folder'],
  ['a file in the place of a folder', 'file/x.pdf', 'no-folder'],
  ['a folder in the place of the file', 'full', 'target-is-folder'],
  ['a name that is too long', `${'x'.repeat(300)}.pdf`, 'name-too-long']
])('%s gets its sentence; the rest is as it was', async (_what, name, code) => {
  await writeFile(join(folder, 'file'), 'old');
  await mkdir(join(folder, 'full/inner'), { recursive: true });
  const failure = await writeAtomically(join(folder, name), bytes).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ExpectedFailure);
  expect((failure as ExpectedFailure).code).toBe(code);
  expect((failure as ExpectedFailure).message).toContain('what was there before is as it was');
  expect((await readdir(folder)).sort()).toEqual(['file', 'full']);
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EROFS', 'not-writable'],
  ['EACCES', 'not-writable'],
  ['EBUSY', 'target-in-use']
])(
  '%s in the middle of writing leaves the old file and no part of the new',
  async (code, sentence) => {
    const path = join(folder, 'x.pdf');
    await writeFile(path, 'old');
    const refusing: FileSystem['open'] = async (...args) => {
      const file = await open(...args);
      file.datasync = () => Promise.reject(Object.assign(new Error(code), { code }));
      return file;
    };
    await expect(writeAtomically(path, bytes, { ...disk, open: refusing })).rejects.toMatchObject({
      code: sentence
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['x.pdf']);
  }
);

test('the program that ends amid it removes what is half written, and does not remember it afterwards', async () => {
  const path = join(folder, 'x.pdf');
  await writeFile(path, 'old');
  const before = process.listeners('exit');
  const ending: FileSystem['open'] = async (...args) => {
    const file = await open(...args);
    file.datasync = async () => {
      expect(await readdir(folder)).toHaveLength(2);
      // What Node calls on the way out.
      for (const listener of process.listeners('exit')) if (!before.includes(listener)) listener(0);
      expect(await readdir(folder)).toEqual(['x.pdf']);
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    return file;
  };
  await expect(writeAtomically(path, bytes, { ...disk, open: ending })).rejects.toMatchObject({
    code: 'disk-full'
  });
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(process.listeners('exit')).toEqual(before);
});

test('what is not expected of a disk stays a bug, not a sentence', async () => {
  const broken: FileSystem['open'] = () => Promise.reject(new TypeError('broken'));
  await expect(
    writeAtomically(join(folder, 'x.pdf'), bytes, { ...disk, open: broken })
  ).rejects.toThrow(TypeError);
});
