import { expect, test } from 'vitest';
import { moveInGrid } from './move-in-grid.js';

const size = { rows: 8, columns: 4, page: 5 };

test.each([
  ['ArrowUp', { row: 0, column: 1 }, false, { row: 0, column: 1 }],
  ['ArrowDown', { row: 0, column: 1 }, false, { row: 1, column: 1 }],
  ['ArrowDown', { row: 7, column: 1 }, false, { row: 7, column: 1 }],
  ['ArrowLeft', { row: 3, column: 0 }, false, { row: 3, column: 0 }],
  ['ArrowRight', { row: 3, column: 3 }, false, { row: 3, column: 3 }],
  ['Home', { row: 3, column: 3 }, false, { row: 3, column: 0 }],
  ['Home', { row: 3, column: 3 }, true, { row: 0, column: 0 }],
  ['End', { row: 3, column: 0 }, true, { row: 7, column: 3 }],
  ['PageDown', { row: 4, column: 0 }, false, { row: 7, column: 0 }],
  ['PageDown', { row: 1, column: 0 }, false, { row: 6, column: 0 }],
  ['PageUp', { row: 6, column: 3 }, false, { row: 1, column: 3 }],
  ['PageUp', { row: 2, column: 3 }, false, { row: 0, column: 3 }],
  ['a', { row: 4, column: 0 }, false, null]
])('%s from %o (with control: %s) leads to %o', (key, from, withControl, to) => {
  expect(moveInGrid(from, key, size, withControl)).toEqual(to);
});
