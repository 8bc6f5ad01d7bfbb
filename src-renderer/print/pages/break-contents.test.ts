import { expect, test } from 'vitest';
import { contentsParts } from './break-contents.js';

const entries = (count: number) => Array.from({ length: count }, () => 10);

test('a list that fits below its heading is one part', () => {
  expect(contentsParts(entries(20), 100, 500)).toEqual([0]);
  expect(contentsParts([], 100, 500)).toEqual([0]);
});

test('a longer one fills its page before it goes on', () => {
  expect(contentsParts(entries(60), 100, 200)).toEqual([0, 20]);
  expect(contentsParts(entries(100), 100, 200)).toEqual([0, 20, 60]);
});

test('a few lines do not begin it', () => {
  expect(contentsParts(entries(60), 30, 500)).toEqual([0]);
  expect(contentsParts(entries(60), 30, 200)).toEqual([0, 40]);
});

test('entries are counted by their height, and one that no page holds stands all the same', () => {
  expect(contentsParts([30, 30, ...entries(30)], 100, 500)).toEqual([0, 12]);
  expect(contentsParts([900, 10], 100, 500)).toEqual([0, 1]);
});
