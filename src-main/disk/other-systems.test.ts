/** What the disk does on Windows and macOS, tried here by naming the system: patience with other programs, and the sync of folders. */
import { mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { disk, type FileSystem, patient } from './file-system.js';
import { writeAtomically } from './write-atomically.js';
import { syncFolder, writeDurably } from './write-durably.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-systems-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A disk on which another program holds what is renamed or removed, so many times. */
function heldDisk(times: number, code: string): FileSystem {
  const left = { rename: times, rm: times };
  const refuse = (what: keyof typeof left) => {
    if (left[what]-- > 0) throw Object.assign(new Error(code), { code, syscall: what });
  };
  return {
    ...disk,
    rename: async (...args) => (refuse('rename'), rename(...args)),
    rm: async (...args) => (refuse('rm'), rm(...args))
  };
}
const wait = () => Promise.resolve();
const bytes = new TextEncoder().encode('new');

test.each(['EPERM', 'EBUSY'])(
  'a scanner that holds the file (%s) costs no save on Windows',
  async (code) => {
    const path = join(folder, 'briefing.json');
    await writeFile(path, 'old');
    const windows = patient(heldDisk(3, code), 'win32', wait);
    await writeDurably(path, bytes, windows);
    await writeAtomically(path, bytes, windows);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('old');
    await windows.rm(path);
    expect(await readdir(folder)).toEqual(['briefing.json.bak']);
  }
);

test.each(['linux', 'darwin'] as const)(
  'on %s the same refusal is told at once',
  async (system) => {
    const path = join(folder, 'briefing.json');
    await writeFile(path, 'old');
    const other = patient(heldDisk(1, 'EPERM'), system, wait);
    await expect(writeDurably(path, bytes, other)).rejects.toMatchObject({ code: 'EPERM' });
    expect(await readFile(path, 'utf8')).toBe('old');
  }
);

test('folders are synced where the system can, and left alone on Windows', async () => {
  const opened = vi.fn<FileSystem['open']>((...args) => open(...args));
  await syncFolder(folder, { ...disk, open: opened }, 'win32');
  expect(opened).not.toHaveBeenCalled();
  await syncFolder(folder, { ...disk, open: opened }, 'darwin');
  expect(opened).toHaveBeenCalledWith(folder, 'r');
});
