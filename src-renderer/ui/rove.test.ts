import { expect, test } from 'vitest';
import { rove } from './rove.js';

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
