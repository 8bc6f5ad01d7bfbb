import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRise } from './longest-rise.js';

test.each([
  [[], []],
  [[3], [3]],
  [
    [0, 1, 2],
    [0, 1, 2]
  ],
  [
    [1, 2, 0],
    [1, 2]
  ],
  [[2, 1, 0], [0]],
  [
    [4, 0, 1, 3, 2],
    [0, 1, 2]
  ]
])('of %o it is %o', (numbers, rise) => {
  expect(longestRise(numbers, Number)).toEqual(rise);
});

test('it rises, keeps the order, and none is longer', () => {
  const numbers = fc.uniqueArray(fc.nat(20), { maxLength: 9 });
  fc.assert(
    fc.property(numbers, (all) => {
      const rise = longestRise(all, Number);
      expect(rise).toEqual(rise.toSorted((a, b) => a - b));
      expect(all.filter((n) => rise.includes(n))).toEqual(rise);
      expect(rise).toHaveLength(longestByTrying(all));
    })
  );
});

function longestByTrying(all: readonly number[], above = -1): number {
  const [first, ...rest] = all;
  if (first === undefined) return 0;
  const without = longestByTrying(rest, above);
  return first > above ? Math.max(without, 1 + longestByTrying(rest, first)) : without;
}
