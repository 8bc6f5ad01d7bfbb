import { describe, expect, it } from 'vitest';
import {
  cutIntoRuns,
  distancesTo,
  orderEndToEndTests,
  orderUnitFiles,
  resolveImports
} from './order-tests.mjs';

describe('resolveImports', () => {
  it('finds files as the bundler does, and leaves packages out', () => {
    const files = new Set([
      'src/a.ts',
      'src/B.svelte',
      'src/state.svelte.ts',
      'src/w.ts',
      'c.json'
    ]);
    const specifiers = [
      './a.js',
      './B.svelte',
      './state.svelte.js',
      './w.ts?nodeWorker',
      '../c.json'
    ];
    const found = resolveImports('src/x.ts', [...specifiers, 'zod', './gone.js'], (path) =>
      files.has(path)
    );
    expect(found).toEqual([
      'src/a.ts',
      'src/B.svelte',
      'src/state.svelte.ts',
      'src/w.ts',
      'c.json'
    ]);
  });
});

const imports = new Map([
  ['a.test.ts', ['a.ts']],
  ['b.ts', ['a.ts', 'c.ts']],
  ['c.ts', ['b.ts']],
  ['b.test.ts', ['b.ts']],
  ['other.test.ts', ['other.ts']]
]);

describe('distancesTo', () => {
  it('counts imports, also in a circle', () => {
    expect([...distancesTo(imports, 'a.ts')]).toEqual([
      ['a.ts', 0],
      ['a.test.ts', 1],
      ['b.ts', 1],
      ['c.ts', 2],
      ['b.test.ts', 2]
    ]);
  });
});

describe('orderUnitFiles', () => {
  const all = ['other.test.ts', 'b.test.ts', 'a.test.ts', 'quick.test.ts'].map((file) => ({
    file,
    seconds: file === 'quick.test.ts' ? 1 : 5
  }));
  const distances = distancesTo(imports, 'a.ts');
  /** @param {readonly string[]} reached @param {number} others */
  const order = (reached, others) =>
    orderUnitFiles(distances, new Set(reached), all, others).map(({ file }) => file);

  it('begins with the nearest of those that came by, and then the quickest', () => {
    expect(order(['other.test.ts', 'quick.test.ts', 'b.test.ts', 'a.test.ts'], 0)).toEqual([
      'a.test.ts',
      'b.test.ts',
      'quick.test.ts',
      'other.test.ts'
    ]);
  });

  it('adds the nearest of the others that import it at all', () => {
    expect(order(['b.test.ts'], 9)).toEqual(['b.test.ts', 'a.test.ts']);
    expect(order([], 1)).toEqual(['a.test.ts']);
  });
});

describe('cutIntoRuns', () => {
  /** @param {readonly number[]} seconds @param {number} limit */
  const cut = (seconds, limit) => {
    const files = seconds.map((one, at) => ({ file: String(at), seconds: one }));
    const { runs, isCut } = cutIntoRuns(files, limit);
    return { runs: runs.map((run) => run.map((file) => file.seconds)), isCut };
  };

  it('makes a short run first and then longer ones', () => {
    expect(cut([1, 2, 4, 6, 10, 20, 30], 1000)).toEqual({
      runs: [
        [1, 2, 4],
        [6, 10],
        [20, 30]
      ],
      isCut: false
    });
  });

  it('leaves out what does not fit, and says so', () => {
    expect(cut([5, 100, 6], 20)).toEqual({ runs: [[5], [6]], isCut: true });
  });

  it('runs the only file, however long it takes', () => {
    expect(cut([500], 20)).toEqual({ runs: [[500]], isCut: false });
    expect(cut([], 20)).toEqual({ runs: [], isCut: false });
  });
});

describe('orderEndToEndTests', () => {
  it('begins with those about the same thing, three of a file at a time', () => {
    const tests = [
      ['e2e/menus.spec.ts', 'opens', 1],
      ['e2e/sources.spec.ts', 'one', 9],
      ['e2e/sources.spec.ts', 'two', 8],
      ['e2e/sources.spec.ts', 'three', 7],
      ['e2e/sources.spec.ts', 'four', 10],
      ['e2e/places.spec.ts', 'shows the source of a card', 50]
    ].map(([file, title, seconds]) => ({
      key: String(title),
      file: String(file),
      title: String(title),
      seconds: Number(seconds)
    }));
    const ordered = orderEndToEndTests('src-renderer/sources/SourceList.svelte', tests);
    expect(ordered.map(({ title }) => title)).toEqual([
      'three',
      'two',
      'one',
      'shows the source of a card',
      'opens',
      'four'
    ]);
  });
});
