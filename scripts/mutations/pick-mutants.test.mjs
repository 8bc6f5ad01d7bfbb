import { describe, expect, it } from 'vitest';
import { findSites } from './find-sites.mjs';
import { isProduct, pickMutants, pickSample, placeMutants } from './pick-mutants.mjs';

const small = 'export const a = 1;\n';
const large = Array.from({ length: 60 }, (_, n) => `if (a < ${n} && b) c(${n});\n`).join('');
const sources = new Map([
  ['src-main/small.ts', small],
  ['src-renderer/large.ts', large],
  ['src-main/small.test.ts', large]
]);

describe('isProduct', () => {
  it.each([
    ['src-main/a.ts', true],
    ['src-renderer/ui/A.svelte', true],
    ['src-renderer/a.svelte.ts', true],
    ['src-main/a.test.ts', false],
    ['src-main/store/testing/a.ts', false],
    ['src-main/a.d.ts', false],
    ['src-host/page/membrane.ts', false],
    ['scripts/a.mjs', false]
  ])('says of %s %s', (path, expected) => expect(isProduct(path)).toBe(expected));
});

describe('pickMutants', () => {
  it('picks the same by the same seed, in whatever order the files come', () => {
    const turned = new Map([...sources].reverse());
    expect(pickMutants(turned, 7, 20)).toEqual(pickMutants(sources, 7, 20));
    expect(pickMutants(sources, 8, 20)).not.toEqual(pickMutants(sources, 7, 20));
  });

  it('picks from the product, more where there is more, and ends when nothing is left', () => {
    const picked = pickMutants(sources, 1, 10_000);
    const files = picked.map(({ file }) => file);
    expect(new Set(files)).toEqual(new Set(['src-main/small.ts', 'src-renderer/large.ts']));
    expect(files.filter((file) => file === 'src-main/small.ts')).toHaveLength(1);
    expect(picked.length).toBeLessThan(10_000);
  });

  it('picks none that overlap', () => {
    const { placed } = placeMutants(sources, pickMutants(sources, 3, 10_000));
    const inLarge = placed.filter(({ file }) => file === 'src-renderer/large.ts');
    const spans = inLarge.map(({ site }) => site).sort((a, b) => a.start - b.start);
    expect(spans.length).toBeGreaterThan(50);
    for (const [at, { start }] of spans.entries())
      expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
  });
});

describe('placeMutants', () => {
  const text = 'x = f(1);\ny = 2;\nx = f(1);\n';
  const before = new Map([['src-main/a.ts', text]]);
  const second = { id: 5, file: 'src-main/a.ts', ...siteOf(text, 2) };

  it('finds a mutant again after lines were added', () => {
    const later = `// New.\nz = 9;\n${text}`;
    const { placed } = placeMutants(new Map([['src-main/a.ts', later]]), [second]);
    expect(placed[0]?.site.start).toBe(later.lastIndexOf('1'));
  });

  it('finds it in the file to which its line was moved', () => {
    const after = new Map([
      ['src-main/a.ts', 'y = 2;\n'],
      ['src-main/b.ts', 'x = f(1);\n']
    ]);
    expect(placeMutants(after, [second]).placed[0]?.file).toBe('src-main/b.ts');
  });

  it.each([
    ['is gone', [['src-main/a.ts', 'y = 2;\n']]],
    ['was changed', [['src-main/a.ts', 'x = f(1, g);\n']]],
    [
      'stands in several other files',
      [
        ['src-main/b.ts', 'x = f(1);\n'],
        ['src-main/c.ts', 'x = f(1);\n']
      ]
    ]
  ])('tells when its line %s', (_what, files) => {
    const after = new Map(/** @type {[string, string][]} */ (files));
    expect(placeMutants(after, [second])).toEqual({ placed: [], gone: [second] });
  });

  it('places all of a fresh list', () => {
    const mutants = pickMutants(before, 1, 10);
    expect(placeMutants(before, mutants).placed.map(({ mutant }) => mutant)).toEqual(mutants);
  });
});

it('draws the same sample by the same seed, in the order of the list', () => {
  const all = Array.from({ length: 40 }, (_, n) => n);
  const sample = pickSample(all, 10, 1);
  expect(sample).toHaveLength(10);
  expect(sample).toEqual(sample.toSorted((a, b) => a - b));
  expect(pickSample(all, 10, 1)).toEqual(sample);
  expect(pickSample(all, 10, 2)).not.toEqual(sample);
  expect(pickSample(all, Infinity, 1)).toEqual(all);
});

/** @param {string} text @param {number} at */
function siteOf(text, at) {
  const site = findSites('src-main/a.ts', text)[at];
  if (!site) throw new Error('no such site');
  return site;
}
