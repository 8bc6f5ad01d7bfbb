/** Protects what is offered as an outcome: decisions and results to come, no opinions and nothing past. */
import { expect, test } from 'vitest';
import { readingOf } from '../reading/testing/reading.js';
import { findDates } from './find-dates.js';
import { findOutcomes, isArranged } from './find-prospects.js';

const today = new Date('2025-08-16T12:00:00Z');

function isOutcome(text: string, from: Date | null = today): boolean {
  const reading = readingOf(text);
  return findOutcomes(reading, findDates(reading, from), from).length > 0;
}

test.each([
  'The House is expected to vote on the bill next week.',
  'The Supreme Court will hear the appeal on 2 November.',
  'The budget office is due to publish its estimate on Friday.',
  'The party plans to choose a new leader in October.',
  'A new barrier is set to open in 2026.',
  'The firm must comply by 12 October.',
  'The envoy is to brief the Security Council.',
  'The state said it would appeal the ruling.',
  'If members reject the deal, strikes will resume.',
  'The fund could impose new terms if the fighting goes on.',
  'The defeat may force the premier to call early elections.',
  'An inquiry would open on 8 September, the minister said.',
  'The council meets on 3 September to decide.',
  'A second round of talks will not take place.'
])('to come: %s', (text) => {
  expect(isOutcome(text)).toBe(true);
});

test.each([
  'I will vote for the bill next week.',
  'Will the House vote on the bill next week?',
  'Analysts say the decision could lead to higher prices.',
  'Head teachers warned that budgets could be cut.',
  'This failed love would become a theme of her novels.',
  'The council will meet on 3 July.',
  'The council meets on Tuesdays in the town hall.',
  'The book would be a derivative work.',
  '“The council will vote on Monday, and it will vote again on Friday,” she said.',
  'Pollution may result from attempts to game the systems.',
  'The court ruled on Monday.',
  'If this were a movie about the coal industry, the mine would close in the end.',
  'The mine would close if it were for the owner to decide.'
])('not: %s', (text) => {
  expect(isOutcome(text)).toBe(false);
});

test('without the day of the article only what is dated and decided is known to come', () => {
  expect(isOutcome('The council will vote on the budget in May 2027.', null)).toBe(true);
  expect(isOutcome('Power will be consolidated within a small number of groups.', null)).toBe(
    false
  );
});

test('a day of a condition is none on which something is arranged', () => {
  expect(isArranged('She said that it would open on 20 September.')).toBe(true);
  expect(isArranged('She said that she would accept it if it came by 20 September.')).toBe(false);
});
