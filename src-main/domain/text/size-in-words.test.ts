import { expect, it } from 'vitest';
import { sizeInWords } from './size-in-words.js';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [3_440_000, '3.4 MB'],
  [34_400_000, '34 MB'],
  [5_000_000_000_000_000, '5,000 TB']
])('tells %d bytes as %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
