/** Protects the end of a document: no page nearly empty where type a little larger prevents it. */
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

  test.each([0.05, 0.24])('with little on it gets more: %d', (filled) => {
    expect(scaleFor({ filled, pages: 4 })).toBeGreaterThan(1);
  });

  test.each([2, 97])(
    'of %d pages is left where type would grow too much, or a page be added',
    (pages) => {
      expect(scaleFor({ filled: 0.01, pages })).toBeNull();
    }
  );
});

test('type stays within its bounds, changes enough to move a line, and ends on no sparse page as reckoned', () => {
  const last = fc.record({
    filled: fc.double({ min: 0.001, max: 0.249, noNaN: true }),
    pages: fc.integer({ min: 2, max: 400 })
  });
  fc.assert(
    fc.property(last, ({ filled, pages }) => {
      const scale = scaleFor({ filled, pages });
      if (scale === null) {
        expect(pages < 3 || pages > 30).toBe(true);
        return;
      }
      expect(scale).toBeGreaterThan(1.01);
      expect(scale).toBeLessThanOrEqual(1.09);
      const length = (pages - 1 + filled) * scale ** 2;
      expect(length - pages + 1).toBeGreaterThan(0.25);
      expect(length).toBeLessThan(pages);
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
