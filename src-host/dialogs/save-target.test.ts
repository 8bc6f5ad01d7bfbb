import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTarget, completeExtension, listFolders } from './save-target.js';

let base: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'save-target-'));
  for (const name of ['reports', 'Reviews', '.hidden', 'other']) mkdirSync(join(base, name));
  writeFileSync(join(base, 'readme.pdf'), 'x');
  symlinkSync('nowhere', join(base, 'remote'));
});
afterAll(() => rmSync(base, { recursive: true }));

describe('completeExtension', () => {
  it.each([
    ['/a/b', ['pdf'], '/a/b.pdf'],
    ['/a/b.PDF', ['pdf'], '/a/b.PDF'],
    ['/a/b.v2', ['pdf'], '/a/b.v2.pdf'],
    ['/a/b.md', ['markdown', 'md'], '/a/b.md'],
    ['/a/b', [], '/a/b'],
    ['/a/b', ['*'], '/a/b']
  ])('makes of %s with %j %s', (path, extensions, expected) => {
    expect(completeExtension(path, extensions)).toBe(expected);
  });
});

describe('checkTarget', () => {
  it('takes a relative path from the base and ~ from the home folder', () => {
    const fresh = { path: join(base, 'x.pdf'), problem: null, exists: false };
    expect(checkTarget('x', base, ['pdf'])).toEqual(fresh);
    expect(checkTarget('~/x.pdf', base, ['pdf']).path).toBe(join(homedir(), 'x.pdf'));
  });

  it('knows a file that is there, also by its completed name', () => {
    expect(checkTarget('readme', base, ['pdf'])).toEqual({
      path: join(base, 'readme.pdf'),
      problem: null,
      exists: true
    });
  });

  it.each(['', '  ', 'reports', `reports${sep}`])('asks for a name after %j', (typed) => {
    expect(checkTarget(typed, base, ['pdf']).problem).toBe('Add a name for the file.');
  });

  it('names the folder that is missing, or is a file', () => {
    expect(checkTarget('no/x', base, []).problem).toBe(`There is no folder ${join(base, 'no')}.`);
    expect(checkTarget('readme.pdf/x', base, []).problem).toBe(
      `${join(base, 'readme.pdf')} is not a folder.`
    );
  });

  it('says when a folder, or the file itself, may not be written to', () => {
    const asked: string[] = [];
    const check = (typed: string) => checkTarget(typed, base, [], (path) => asked.push(path) === 0);
    expect(check('other/x').problem).toBe(`You may not write to ${join(base, 'other')}.`);
    expect(check('readme.pdf').problem).toBe(`You may not write to ${base}.`);
    expect(asked).toEqual([join(base, 'other'), join(base, 'readme.pdf')]);
  });
});

describe('listFolders', () => {
  it('offers folders, not files or dead links, in any case of letters', () => {
    expect(listFolders('re', base)).toEqual(['reports', 'Reviews'].map((n) => join(base, n) + sep));
  });

  it('offers what lies inside a folder, the hidden only when asked for', () => {
    expect(listFolders(base + sep, base)).toHaveLength(3);
    expect(listFolders('.h', base)).toEqual([join(base, '.hidden') + sep]);
  });

  it('offers nothing where there is nothing', () => {
    expect(listFolders('no/where', base)).toEqual([]);
  });
});
