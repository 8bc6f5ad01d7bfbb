import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesIn, libraryIn, tellMissingLibrary, tellOtherLibrary } from './start-arguments.js';

const folder = mkdtempSync(join(tmpdir(), 'standpoint-'));
writeFileSync(join(folder, 'article.txt'), 'words');
afterAll(() => rmSync(folder, { recursive: true }));

test('files are found relative to the caller, missing ones too; switches and folders are no files', () => {
  const argv = ['electron', folder, '--inspect=0', 'article.txt', 'missing.txt'];
  expect(filesIn(argv, folder)).toEqual([join(folder, 'article.txt'), join(folder, 'missing.txt')]);
});

test('the library is the folder that the switch names, relative to the caller', () => {
  expect(libraryIn(['standpoint', '--library=mine'], folder)).toBe(join(folder, 'mine'));
  expect(libraryIn(['standpoint', 'a.txt', '--library', 'mine'], folder)).toBe(
    join(folder, 'mine')
  );
  expect(libraryIn(['standpoint'], folder)).toBeNull();
  expect(libraryIn(['standpoint', '--library'], folder)).toBeNull();
  expect(filesIn(['standpoint', '--library', 'mine', 'a.txt'], folder)).toEqual([
    join(folder, 'a.txt')
  ]);
});

test('a library folder that is not there is told, and so is a file in its place', () => {
  const [missing, file] = [join(folder, 'missing'), join(folder, 'article.txt')];
  expect(tellMissingLibrary(missing)).toContain(`There is no folder ${missing}`);
  expect(tellMissingLibrary(file)).toContain(file);
  expect(tellMissingLibrary(folder)).toBeNull();
  expect(tellMissingLibrary(null)).toBeNull();
});

test('another library than the open one is told with both names; the same one by any path is not', () => {
  const place = (name: string) => join(folder, name);
  const [open, other, link] = [place('open'), place('other'), place('link')];
  mkdirSync(open);
  symlinkSync(open, link);
  expect(tellOtherLibrary(other, open)).toMatch(/nothing was added/);
  expect(tellOtherLibrary(other, open)).toContain(`library in ${open}`);
  expect(tellOtherLibrary(other, open)).toContain(`names ${other}`);
  expect(tellOtherLibrary(link, open)).toBeNull();
  expect(tellOtherLibrary(null, open)).toBeNull();
});

test('what cannot even be looked at is kept for whoever says why', () => {
  const tooLong = 'x'.repeat(5_000);
  expect(filesIn(['program', tooLong, 'a\0b'], '/')).toEqual([
    resolve('/', tooLong),
    resolve('/a\0b')
  ]);
});
