import { expect, test } from 'vitest';
import { placeToolbar } from './watch-selection.js';

const size = { width: 100, height: 30 };
const window = { width: 500, height: 400 };

test.each([
  ['above the words', { left: 200, top: 100, right: 300, bottom: 120 }, { left: 200, top: 62 }],
  ['below at the top', { left: 200, top: 20, right: 300, bottom: 40 }, { left: 200, top: 48 }],
  ['inside at the left', { left: 0, top: 100, right: 10, bottom: 120 }, { left: 8, top: 62 }],
  ['inside at the right', { left: 490, top: 100, right: 500, bottom: 120 }, { left: 392, top: 62 }],
  [
    'inside when the words fill all',
    { left: 0, top: 0, right: 500, bottom: 400 },
    { left: 200, top: 362 }
  ]
])('%s', (_, words, expected) => {
  expect(placeToolbar(words, size, window)).toEqual(expected);
});
