/** Protects the end of a document: no page nearly empty where a little more or less type prevents it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBetter, isSparse, scaleFor } from './last-page.js';

describe('a last page', () => {
  test.each([
    ['a quarter of it filled', { filled: 0.25, pages: 4 }],
    ['the only one', { filled: 0.1, pages: 1 }]
  ])('%s is left as it is', (_what, last) => {
    expect(scaleFor(last)).toBeNull();
    expect(isSparse(last)).toBe(false);
  });

  test('with little on it is brought onto the pages before', () => {
    expect(scaleFor({ filled: 0.05, pages: 4 })).toBeLessThan(1);
    const ofMany = scaleFor({ filled: 0.06, pages: 97 });
    expect(ofMany).toBeLessThan(0.99);
    // No smaller than that takes.
    expect(ofMany).toBeGreaterThan(0.98);
  });

  test('that cannot be saved gets more', () => {
    expect(scaleFor({ filled: 0.22, pages: 2 })).toBeGreaterThan(1);
  });

  test('between the two is left, since type would change too much', () => {
    expect(scaleFor({ filled: 0.13, pages: 2 })).toBeNull();
  });
});

test('type stays within its bounds, changes enough to move a line, and ends on no sparse page as reckoned', () => {
  const last = fc.record({
    filled: fc.double({ min: 0.001, max: 0.249, noNaN: true }),
    pages: fc.integer({ min: 2, max: 400 })
  });
  fc.assert(
    fc.property(last, ({ filled, pages }) => {
      const scale = scaleFor({ filled, pages });
      if (scale === null) return expect(pages).toBe(2);
      expect(scale).toBeGreaterThanOrEqual(0.955);
      expect(scale).toBeLessThanOrEqual(1.035);
      expect(Math.abs(scale - 1)).toBeGreaterThan(0.01);
      const length = (pages - 1 + filled) * scale ** 2;
      expect(length - Math.ceil(length) + 1).toBeGreaterThan(0.25);
    })
  );
});

test('of two printings the shorter is kept, else the one that ends on a fuller page', () => {
  const [short, long, fuller] = [
    { filled: 0.1, pages: 3 },
    { filled: 0.9, pages: 4 },
    { filled: 0.2, pages: 3 }
  ];
  expect([isBetter(short, long), isBetter(long, short), isBetter(fuller, short)]).toEqual([
    true,
    false,
    true
  ]);
});
