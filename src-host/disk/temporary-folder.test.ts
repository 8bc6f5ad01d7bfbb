/** Temporary folders: what the dead left goes, what is in use or belongs to others stays. */
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdFile } from './hold-file.js';
import { makeTemporaryFolder, removeLeftovers } from './temporary-folder.js';

/** The name of what is filled anew as fast as it is emptied. */
const filled = vi.hoisted(() => ({ name: '' }));
vi.mock(import('node:fs'), async (original) => {
  const fs = await original();
  const rmSync: typeof fs.rmSync = (path, options) => {
    if (basename(String(path)) !== filled.name) return fs.rmSync(path, options);
    throw Object.assign(new Error('It is not empty.'), { code: 'ENOTEMPTY' });
  };
  return { ...fs, rmSync };
});

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'standpoint-temporary-'));
});
afterEach(() => {
  filled.name = '';
  rmSync(place, { recursive: true, force: true });
});

/** A folder as a killed program leaves it. */
function leave(name: string): string {
  const path = join(place, name);
  mkdirSync(path);
  writeFileSync(join(path, '.lock'), '');
  writeFileSync(join(path, 'profile'), 'x');
  return path;
}

const onWindows = process.platform === 'win32';

test('is for its user alone, and gone when it is removed', () => {
  const { path, remove } = makeTemporaryFolder('mine-', place);
  if (!onWindows) expect(statSync(path).mode & 0o777).toBe(0o700);
  remove();
  expect(readdirSync(place)).toEqual([]);
});

test('what a kill left is removed, what is in use stays', () => {
  const inUse = makeTemporaryFolder('mine-', place);
  leave('mine-AbC123');
  const another = makeTemporaryFolder('mine-', place);
  expect(readdirSync(place).sort()).toEqual(
    [inUse.path, another.path].map((path) => path.slice(place.length + 1)).sort()
  );
  inUse.remove();
  another.remove();
});

test('what is not named so, is a file or a link, stays', () => {
  leave('mine-AbC12');
  leave('mine-AbC1234');
  leave('mine-AbC.23');
  leave('others-AbC123');
  writeFileSync(join(place, 'mine-File12'), '');
  const elsewhere = leave('elsewhere');
  if (!onWindows) symlinkSync(elsewhere, join(place, 'mine-Link12'));
  const before = readdirSync(place);
  removeLeftovers('mine-', place);
  expect(readdirSync(place)).toEqual(before);
  expect(existsSync(join(elsewhere, 'profile'))).toBe(true);
});

test('one without a lock file is about to be used, unless it is a day old', () => {
  mkdirSync(join(place, 'mine-Young1'));
  const old = join(place, 'mine-Older1');
  mkdirSync(old);
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
  utimesSync(old, twoDaysAgo, twoDaysAgo);
  removeLeftovers('mine-', place);
  expect(readdirSync(place)).toEqual(['mine-Young1']);
});

test('what a dying Chromium still fills stays known as a leftover, and goes with a later start', () => {
  leave('mine-AbC123');
  filled.name = 'profile';
  removeLeftovers('mine-', place);
  expect(readdirSync(join(place, 'mine-AbC123')).sort()).toEqual(['.lock', 'profile']);
  filled.name = '';
  removeLeftovers('mine-', place);
  expect(readdirSync(place)).toEqual([]);
});

test('what a dying Chromium has made again, without a lock, is a leftover at once', () => {
  mkdirSync(join(place, 'mine-Again1', 'profile'), { recursive: true });
  removeLeftovers('mine-', place);
  expect(readdirSync(place)).toEqual([]);
});

test.runIf(!onWindows)(
  'its lock is held until it is gone, so that no start takes it meanwhile',
  () => {
    const thereAtRelease: boolean[] = [];
    const { path, remove } = makeTemporaryFolder('mine-', place, (lock) => {
      writeFileSync(lock, '');
      return { state: 'held', release: () => void thereAtRelease.push(existsSync(path)) };
    });
    remove();
    expect(thereAtRelease).toEqual([false]);
  }
);

test.runIf(process.getuid?.() === 0)(
  'what belongs to another user stays (needs root, to give it away)',
  () => {
    chownSync(leave('mine-AbC123'), 65534, 65534);
    removeLeftovers('mine-', place);
    expect(readdirSync(place)).toEqual(['mine-AbC123']);
  }
);

test('a folder that another start removes before its lock is held is made anew', () => {
  let asked = 0;
  const folder = makeTemporaryFolder('host-', place, (lock) => {
    asked += 1;
    if (asked === 1) rmSync(dirname(lock), { recursive: true });
    return holdFile(lock);
  });
  expect(existsSync(folder.path)).toBe(true);
  expect(asked).toBe(2);
  folder.remove();
});

test.each([
  ['win32', true],
  ['linux', false]
] as const)('on %s the lock file is let go before its folder goes: %s', (system, isThere) => {
  const seen: boolean[] = [];
  const release = () => void seen.push(existsSync(path));
  const { path, remove } = makeTemporaryFolder(
    'mine-',
    place,
    () => ({ state: 'held', release }),
    system
  );
  remove();
  expect(seen[0]).toBe(isThere);
  expect(existsSync(path)).toBe(false);
});
