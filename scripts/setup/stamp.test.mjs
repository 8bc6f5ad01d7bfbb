import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, forgetBuild, isBuilt, rememberBuild } from './stamp.mjs';

/** @type {string} */
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'standpoint-stamp-'));
  write('src-main/main.ts', 'start()');
  write('out/main/main.js', 'start()');
  rememberBuild(root, fingerprint(root));
});
afterEach(() => rmSync(root, { recursive: true }));

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a build holds while nothing changes', () => {
  expect(isBuilt(root)).toBe(true);
});

test('a file that is touched but the same needs no build', () => {
  utimesSync(join(root, 'src-main/main.ts'), new Date(), new Date());
  expect(isBuilt(root)).toBe(true);
});

test.each([
  ['a changed source', () => write('src-main/main.ts', 'start(1)')],
  ['a new source', () => write('src-renderer/ui/Button.svelte', '')],
  ['a source that is gone', () => rmSync(join(root, 'src-main/main.ts'))],
  ['a changed lock file', () => write('package-lock.json', '{}')],
  ['a sample', () => write('resources/samples/a.txt', 'A')],
  ['a built file that is gone', () => rmSync(join(root, 'out/main/main.js'))],
  ['a build that was begun and not finished', () => forgetBuild(root)]
])('a new build is needed after %s', (_case, change) => {
  change();
  expect(isBuilt(root)).toBe(false);
});

test('tests, and files that no build reads, need no build', () => {
  write('src-main/main.test.ts', '');
  write('README.md', '');
  expect(isBuilt(root)).toBe(true);
});

test('a source whose name takes over part of its content is another one', () => {
  const before = fingerprint(root);
  rmSync(join(root, 'src-main/main.ts'));
  write('src-main/main.tss', 'tart()');
  expect(fingerprint(root)).not.toBe(before);
});
