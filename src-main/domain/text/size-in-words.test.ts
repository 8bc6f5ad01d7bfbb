import { expect, it } from 'vitest';
import { partInWords, sizeInWords } from './size-in-words.js';

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

it.each([
  [0, 0, '0 of 0 bytes'],
  [3_100_000, 12_000_000, '3 of 12 MB'],
  [400_000, 1_200_000, '0.4 of 1.2 MB'],
  [12_000_060, 12_000_000, '12 of 12 MB']
])('tells that %d of %d bytes are there as %s', (done, of, words) => {
  expect(partInWords(done, of)).toBe(words);
});
