import { expect, test } from 'vitest';
import { nearestYear, weekFrom } from './calendar.js';

// https://www.iso.org/iso-8601-date-and-time-format.html: a week belongs to the year that its Thursday lies in.
test.each([
  ['2025-12-29', 0, '2026-W01'],
  ['2021-01-03', 0, '2020-W53'],
  ['2021-01-04', 0, '2021-W01'],
  ['2021-01-04', -1, '2020-W53'],
  ['2025-08-10', 1, '2025-W33']
])('the week of %s, %i on, is %s', (day, offset, week) =>
  expect(weekFrom(new Date(`${day}T00:00:00Z`), offset)).toBe(week)
);

test.each([
  ['next April', 4, null, 'next', 2027],
  ['next May', 5, null, 'next', 2026],
  ['next June', 6, null, 'next', 2026],
  ['last June', 6, null, 'last', 2025],
  ['last May', 5, null, 'last', 2026],
  ['last 12 May', 5, 12, 'last', 2025],
  ['11 May, which was', 5, 11, 'last', 2026],
  ['April', 4, null, 'any', 2026]
] as const)('“%s” of 11 May 2026 is of the year told', (_, month, day, direction, year) =>
  expect(nearestYear(month, day, new Date('2026-05-11T12:00:00Z'), direction)).toBe(year)
);
