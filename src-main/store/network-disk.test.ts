import type { StatsFs } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disk, type FileSystem } from '../disk/file-system.js';
import { openLibrary } from './open-library.js';
import { testFolder } from './testing/folder.js';

let folder: string;
beforeEach(async () => {
  folder = await testFolder('network');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test.runIf(process.platform === 'linux').each([
  ['NFS', 0x6969, ['network-disk']],
  ['CIFS, its number with a sign', 0xff534d42 | 0, ['network-disk']],
  ['ext4', 0xef53, []]
])('a library on %s', async (_name, type, codes) => {
  const statfs = () => Promise.resolve({ type } as StatsFs);
  const library = await openLibrary(folder, { fs: { ...disk, statfs } as unknown as FileSystem });
  expect(library.findings.map(({ code }) => code)).toEqual(codes);
  await library.close();
});
