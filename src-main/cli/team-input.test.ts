import { expect, test } from 'vitest';
import { daysOption } from './team-input.js';

test.each([
  [undefined, 7],
  ['1', 1],
  ['365', 365]
])('an invitation is good for as many days as are given: %s', (days, expected) => {
  expect(daysOption({ days })).toBe(expected);
});

test.each(['0', '366', '1.5', 'week'])('“%s” is no number of days', (days) => {
  expect(() => daysOption({ days })).toThrow('--days is a number from 1 to 365');
});
