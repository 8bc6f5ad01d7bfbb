import { expect, test } from 'vitest';
import { lastCalendarDayOf } from './values.js';

test.each([
  ['2025', '2025-12-31'],
  ['2025-04', '2025-04-30'],
  ['2024-02', '2024-02-29'],
  ['2025-02', '2025-02-28'],
  ['2025-04-07', '2025-04-07']
])('the last day of %s is %s', (date, day) => expect(lastCalendarDayOf(date)).toBe(day));
