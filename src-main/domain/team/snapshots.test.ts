import { expect, test } from 'vitest';
import type { ReplayedState } from './replayed-state.js';
import { thinned } from './snapshots.js';

test('of states at every change the first is kept, and of each distance four times as far the nearest and the farthest', () => {
  // What a state holds decides nothing.
  const state = {} as ReplayedState;
  const all = Array.from({ length: 101 }, (_, count) => ({ count, state }));
  const distances = thinned(all).map(({ count }) => 100 - count);
  expect(distances).toEqual([100, 63, 62, 15, 14, 3, 2, 0]);
  expect(thinned([])).toEqual([]);
});
