import { describe, expect, test } from 'vitest';
import { gapAt, indexAfterDrop } from './list-drag.svelte.js';

const boxes = [
  { top: 0, bottom: 100 },
  { top: 110, bottom: 130 },
  { top: 140, bottom: 340 }
];

describe('the gap under the pointer', () => {
  test.each([
    [-50, 0],
    [49, 0],
    [51, 1],
    [105, 1],
    [125, 2],
    [239, 2],
    [241, 3],
    [999, 3]
  ])('at %i', (y, gap) => {
    expect(gapAt(y, boxes)).toBe(gap);
  });
});

describe('a card dropped into a gap', () => {
  test.each([
    [0, 0, 0],
    [1, 0, 0],
    [2, 0, 1],
    [3, 0, 2],
    [0, 2, 0],
    [2, 2, 2],
    [3, 2, 2]
  ])('gap %i, from %i', (gap, from, index) => {
    expect(indexAfterDrop(gap, from)).toBe(index);
  });
});
