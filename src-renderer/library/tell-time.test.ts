import { afterEach, expect, it } from 'vitest';
import { personsDates } from '../dates/persons-dates.svelte.js';
import { tellTime } from './tell-time.js';

const now = new Date(2025, 7, 18, 12, 0, 0);

function ago(seconds: number): string {
  return tellTime(new Date(now.getTime() - seconds * 1_000).toISOString(), now);
}

it.each([
  [0, 'just now'],
  [59, 'just now'],
  [60, '1 min. ago'],
  [3_599, '59 min. ago'],
  [3_600, '1 hr. ago'],
  [86_400, 'yesterday'],
  [6 * 86_400, '6 days ago'],
  [7 * 86_400, '11 Aug 2025'],
  [400 * 86_400, '14 Jul 2024']
])('%i seconds ago', (seconds, words) => {
  expect(ago(seconds)).toBe(words);
});

afterEach(() => (personsDates.style = 'day-first'));

it.each([
  ['month-first', 'Aug 11, 2025'],
  ['iso', '2025-08-11']
] as const)('shows dates as the person has them: %s', (style, words) => {
  personsDates.style = style;
  expect(ago(7 * 86_400)).toBe(words);
});

it('takes a moment in the future, of a clock that was wrong, for now', () => {
  expect(ago(-5_000)).toBe('just now');
});
