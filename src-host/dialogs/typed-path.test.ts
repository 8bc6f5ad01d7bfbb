import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkTarget,
  completeExtension,
  listFolders,
  viewFolder,
  makeFolder,
  startOf
} from './typed-path.js';

let base: string;

describe('a folder', () => {
  const kind = { name: 'Photo library', holds: ['index', 'photos'], buttonLabel: 'Open' };
  const look = (typed: string, mayBeNew = true) => viewFolder(typed, base, kind, mayBeNew);

  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'look-at-folder-'));
    for (const path of ['albums/index', 'albums/photos', 'half/index', 'empty', '.hidden'])
      mkdirSync(join(base, path), { recursive: true });
    writeFileSync(join(base, 'readme.txt'), 'x');
    writeFileSync(join(base, 'half', '.dot'), 'x');
    symlinkSync('albums', join(base, 'by link'));
    symlinkSync('nowhere', join(base, 'dead link'));
  });
  afterAll(() => rmSync(base, { recursive: true }));

  describe('lookAtFolder', () => {
    it('lists the folders inside and marks those of the kind, also behind a link', () => {
      const seen = look(base + sep);
      expect(seen.folders.map((each) => [each.name, each.kind])).toEqual([
        ['albums', 'Photo library'],
        ['by link', 'Photo library'],
        ['empty', null],
        ['half', null]
      ]);
      expect(seen).toMatchObject({ inside: base + sep, above: tmpdir() + sep, unlisted: 0 });
    });

    it('lists what continues a name that is being typed', () => {
      expect(look('HA').folders).toEqual([{ name: 'half', path: join(base, 'half'), kind: null }]);
      expect(look('.h').folders.map(({ name }) => name)).toEqual(['.hidden']);
    });

    it.each([
      ['albums', 'A Photo library.', 'Photo library'],
      ['empty', 'An empty folder.', null],
      ['half', 'Holds 1 folder.', null],
      ['', 'Holds 4 folders and 2 files.', null],
      ['new', 'This folder is not there yet. It will be made.', null]
    ])('says what “%s” is', (typed, about, found) => {
      expect(look(typed)).toMatchObject({ about, kind: found, problem: null });
    });

    it('says why a place cannot be chosen', () => {
      expect(look('readme.txt').problem).toBe(`${base}/readme.txt is a file, not a folder.`);
      expect(look('no/where').problem).toBe(`There is no folder ${join(base, 'no')}.`);
      expect(look('new', false).problem).toBe(`There is no folder ${join(base, 'new')}.`);
    });

    it('lists no more than a person would read through, and says how many are left', () => {
      const many = join(base, 'many');
      for (let n = 0; n < 503; n += 1) mkdirSync(join(many, `folder ${n}`), { recursive: true });
      const seen = look(many + sep);
      expect([seen.folders.length, seen.unlisted]).toEqual([500, 3]);
      rmSync(many, { recursive: true });
    });
  });

  describe('startOf', () => {
    it('begins in the folder, else at what is there of the way to it', () => {
      expect(startOf(join(base, 'albums'), true)).toBe(join(base, 'albums') + sep);
      expect(startOf(join(base, 'new'), true)).toBe(join(base, 'new'));
      expect(startOf(join(base, 'new'), false)).toBe(base + sep);
      expect(startOf(join(base, 'no', 'where'), true)).toBe(base + sep);
    });
  });

  describe('makeFolder', () => {
    it('makes a folder, and refuses what is no name or is there already', () => {
      const path = join(base, 'made');
      expect(makeFolder(base, ' made ')).toEqual({ path, problem: null });
      expect(look('made').about).toBe('An empty folder.');
      for (const name of ['', '..', 'a/b', 'made']) expect(makeFolder(base, name).path).toBeNull();
      expect(makeFolder(join(base, 'readme.txt'), 'x').problem).toMatch(/could not be made/);
      rmSync(path, { recursive: true });
    });
  });
});

describe('a place to save to', () => {
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
      const check = (typed: string) =>
        checkTarget(typed, base, [], (path) => asked.push(path) === 0);
      expect(check('other/x').problem).toBe(`You may not write to ${join(base, 'other')}.`);
      expect(check('readme.pdf').problem).toBe(`You may not write to ${base}.`);
      expect(asked).toEqual([join(base, 'other'), join(base, 'readme.pdf')]);
    });
  });

  describe('listFolders', () => {
    it('offers folders, not files or dead links, in any case of letters', () => {
      expect(listFolders('re', base)).toEqual(
        ['reports', 'Reviews'].map((n) => join(base, n) + sep)
      );
    });

    it('offers what lies inside a folder, the hidden only when asked for', () => {
      expect(listFolders(base + sep, base)).toHaveLength(3);
      expect(listFolders('.h', base)).toEqual([join(base, '.hidden') + sep]);
    });

    it('offers nothing where there is nothing', () => {
      expect(listFolders('no/where', base)).toEqual([]);
    });
  });
});
