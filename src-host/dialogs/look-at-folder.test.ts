import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtFolder, makeFolder, startOf } from './look-at-folder.js';

const kind = { name: 'Photo library', holds: ['index', 'photos'], buttonLabel: 'Open' };
let base: string;

const look = (typed: string, mayBeNew = true) => lookAtFolder(typed, base, kind, mayBeNew);

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
