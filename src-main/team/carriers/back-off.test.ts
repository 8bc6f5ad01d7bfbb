/** Who lost a server comes back soon, then seldom, and not in step with the others. */
import { expect, test } from 'vitest';
import { backOff } from './back-off.js';

test('doubles from half a second to a minute, half of it at random', () => {
  expect([1, 2, 3, 8, 50, 5_000].map((failures) => backOff(failures, 1))).toEqual([
    500, 1_000, 2_000, 60_000, 60_000, 60_000
  ]);
  expect(backOff(3, 0)).toBe(1_000);
  const pauses = new Set(Array.from({ length: 100 }, () => backOff(10)));
  expect(pauses.size).toBeGreaterThan(50);
});
