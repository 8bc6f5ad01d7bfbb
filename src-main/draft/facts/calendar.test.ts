import { expect, test } from 'vitest';
import { weekFrom } from './calendar.js';

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
