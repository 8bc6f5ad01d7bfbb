import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { findDates } from './find-dates.js';
import { findEvents } from './find-events.js';

const today = new Date('2025-08-16T12:00:00Z');

function eventsIn(text: string): string[] {
  const reading = readingOf(text);
  return findEvents(reading, findDates(reading, today), today).map(
    (event) => `${wordsAt(text, event)} | ${wordsAt(text, event.date)}`
  );
}

test.each<[what: string, text: string, ...expected: string[]]>([
  ['with its day', 'The talks on Friday failed.', 'The talks on Friday | Friday'],
  ['with who takes part', 'The White House summit opened.', 'The White House summit | -'],
  ['a month is no march', 'She was born on 31 March in the town.'],
  ['a bare word', 'War came in June.'],
  ['long past', 'The election of 2012 was close, and so was the 2008 vote.'],
  [
    'a dateline',
    'KALLO, 14 August 2025 (Wire) - The summit with Norway went on.',
    'The summit with Norway | -'
  ]
])('%s', (_, text, ...expected) => {
  expect(eventsIn(text)).toEqual(expected);
});
