/** Protects the pages of a map: few, none nearly empty, and every name and wording whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizesOfMap, wideMargins, type MapContent } from './map-sizes.js';

const perMillimetre = 72 / 25.4;

function contentOf(actors: number, issues: number, part: Partial<MapContent> = {}): MapContent {
  return {
    names: Array.from({ length: actors }, (_, i) => `United Kingdom ${i}`),
    heads: Array.from({ length: issues }, (_, i) => `${i + 1} Travel costs paid`),
    groups: 4,
    isWide: true,
    paper: 'A4',
    ...part
  };
}

describe('forty actors and twenty-five issues', () => {
  test.each(['A4', 'Letter'] as const)('stand on one page of %s, heads and all', (paper) => {
    const sizes = sizesOfMap(contentOf(40, 25, { paper }));
    expect(sizes).toMatchObject({ pages: 1, wordings: 'head' });
    expect(sizes.cell).toBeGreaterThan(20);
  });

  test('stand on one page, too, where issues are long questions, whose words then stand below', () => {
    const heads = Array.from({ length: 25 }, (_, i) => `${i} ${'Should they ask that '.repeat(4)}`);
    expect(sizesOfMap(contentOf(40, 25, { heads }))).toMatchObject({ pages: 1, wordings: 'below' });
    expect(sizesOfMap(contentOf(16, 25, { heads }))).toMatchObject({ pages: 1, wordings: 'above' });
  });
});

test('names that are all as wide as their column take one line each', () => {
  const names = Array.from({ length: 40 }, (_, i) => `Northern Union ${i + 10}`);
  expect(sizesOfMap(contentOf(40, 25, { names, groups: 1 })).pages).toBe(1);
});

test('what needs two pages fills both', () => {
  const { pages, row, head } = sizesOfMap(contentOf(60, 25));
  expect(pages).toBe(2);
  const height = (210 - wideMargins.top - wideMargins.bottom) * perMillimetre;
  expect((62 * row + 2 * head) / (2 * height)).toBeGreaterThan(0.75);
});

test('a table is never wider than its page, nor a map without rows lower than a line', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 120 }), { minLength: 1, maxLength: 80 }),
      fc.array(fc.string({ maxLength: 300 }), { minLength: 1, maxLength: 28 }),
      fc.constantFrom('A4' as const, 'Letter' as const),
      (names, heads, paper) => {
        const isWide = heads.length > 14;
        const sizes = sizesOfMap({ names, heads, groups: 3, isWide, paper });
        const { name, cell, letter, total, row } = sizes;
        const width =
          paper === 'A4' ? (isWide ? 297 - 28 : 210 - 36) : isWide ? 279.4 - 28 : 215.9 - 36;
        expect(letter + name + heads.length * cell + 2 * total).toBeLessThanOrEqual(
          width * perMillimetre + 0.01
        );
        expect(cell).toBeGreaterThanOrEqual(17);
        expect(row).toBeGreaterThanOrEqual(9.2);
      }
    )
  );
});
