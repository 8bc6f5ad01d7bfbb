import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scrollToRow, visibleRows } from './visible-rows.js';

it('draws every row that is in sight, and few more, wherever the list is scrolled', () => {
  const size = fc.integer({ min: 1, max: 2_000 });
  fc.assert(
    fc.property(fc.nat(5_000), size, fc.nat(500_000), size, (count, height, top, view) => {
      const { start, end } = visibleRows(count, height, top, view);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      for (let row = Math.floor(top / height); row * height < top + view && row < count; row++) {
        expect(row).toBeGreaterThanOrEqual(start);
        expect(row).toBeLessThan(end);
      }
      expect(end - start).toBeLessThanOrEqual(view / height + 14);
    })
  );
});

it.each([
  ['above', 2, 40],
  ['cut off at the top', 4, 80],
  ['in sight', 6, 90],
  ['cut off at the bottom', 9, 100],
  ['below', 20, 320]
])('scrolls no further than a row needs that is %s', (_where, row, expected) => {
  expect(scrollToRow(row, 20, 90, 100)).toBe(expected);
});
