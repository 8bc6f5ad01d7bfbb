import { expect, test } from 'vitest';
import { rowOfKey, rowsOfPage } from './row-keys.js';

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
