import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rove, rowOfKey, rowsOfPage, scrollToRow, visibleRows } from './rows.js';

test('draws every row that is in sight, and few more, wherever the list is scrolled', () => {
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

test.each([
  ['above', 2, 40],
  ['cut off at the top', 4, 80],
  ['in sight', 6, 90],
  ['cut off at the bottom', 9, 100],
  ['below', 20, 320]
])('scrolls no further than a row needs that is %s', (_where, row, expected) => {
  expect(scrollToRow(row, 20, 90, 100)).toBe(expected);
});

test.each([
  ['ArrowDown', 6],
  ['ArrowUp', 4],
  ['PageDown', 13],
  ['PageUp', -3],
  ['Home', 0],
  ['End', 99],
  ['a', null],
  ['toString', null]
])('%s leads to row %s', (key, row) => {
  expect(rowOfKey(key, 5, 100, 8)).toBe(row);
});

test('a page keeps a row in sight, and is never none', () => {
  expect(rowsOfPage(450, 50)).toBe(8);
  expect(rowsOfPage(20, 50)).toBe(1);
});

test.each([
  ['ArrowDown', 0, 3, 1],
  ['j', 1, 3, 2],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['k', 0, 3, 0],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['x', 1, 3, null],
  ['ArrowDown', -1, 0, null]
])('%s on entry %i of %i', (key, index, count, expected) => {
  expect(rove(key, index, count)).toBe(expected);
});
