/** A folder that is only for its user, whatever was there before. */
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePrivateFolder } from './temporary-folder.js';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'standpoint-private-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;

// Windows knows no modes and no owners.
describe.runIf(process.platform !== 'win32')('a private folder', () => {
  test('is made for its user alone, with those above it', () => {
    const path = join(place, 'home/running');
    expect(makePrivateFolder(path)).toBeNull();
    expect([modeOf(path), modeOf(join(place, 'home'))]).toEqual([0o700, 0o700]);
  });

  test('that others could reach shuts them out', () => {
    const path = join(place, 'running');
    mkdirSync(path);
    chmodSync(path, 0o777);
    expect(makePrivateFolder(path)).toBeNull();
    expect(modeOf(path)).toBe(0o700);
  });

  test('is not a link, even to a folder of one’s own', () => {
    const path = join(place, 'running');
    mkdirSync(join(place, 'elsewhere'));
    symlinkSync(join(place, 'elsewhere'), path);
    expect(makePrivateFolder(path)).toBe(`${path} is a link to another place, not a folder.`);
  });

  test('cannot be made where a file is', () => {
    const path = join(place, 'running');
    writeFileSync(path, '');
    expect(() => makePrivateFolder(path)).toThrow('EEXIST');
  });

  test.runIf(process.getuid?.() === 0)(
    'that another user has made is not trusted (needs root, to give it away)',
    () => {
      const path = join(place, 'running');
      mkdirSync(path, { mode: 0o700 });
      chownSync(path, 65534, 65534);
      expect(makePrivateFolder(path)).toBe(`${path} belongs to another user of this computer.`);
    }
  );
});

test('where the system knows no owners a folder is as private as the one above it', () => {
  const path = join(place, 'running');
  mkdirSync(path);
  chmodSync(path, 0o777);
  const mode = modeOf(path);
  expect(makePrivateFolder(path, null)).toBeNull();
  expect(modeOf(path)).toBe(mode);
});
