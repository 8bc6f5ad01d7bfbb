import { expect, test } from 'vitest';
import { readingOf, wordsAt } from '../reading/testing/reading.js';
import { type Article, noFacts } from '../../domain/program/article.js';
import { articleDay } from './article-day.js';
import { findDates } from './find-dates.js';

/** A Saturday. */
const today = new Date('2025-08-16T12:00:00Z');

function datesIn(text: string, from: Date | null = today): string[] {
  return findDates(readingOf(text), from).map(
    (date) => `${wordsAt(text, date)} = ${date.value} (${date.anchor})`
  );
}

test.each<[text: string, ...expected: string[]]>([
  ['He left on 3 March 2015.', '3 March 2015 = 2015-03-03 (explicit)'],
  ['He left on March 3, 2015, at noon.', 'March 3, 2015 = 2015-03-03 (explicit)'],
  ['He left on Aug. 12.', 'Aug. 12 = 2025-08-12 (article-date)'],
  ['It begins on 6 January.', '6 January = 2026-01-06 (article-date)'],
  ['It opened in May 1998.', 'May 1998 = 1998-05 (explicit)'],
  ['It asked for talks in a letter in January.', 'January = 2025-01 (article-date)'],
  ['The talks begin in January.', 'January = 2026-01 (article-date)'],
  ['It began in 2014.', '2014 = 2014 (explicit)'],
  ['He met them on Friday.', 'Friday = 2025-08-15 (article-date)'],
  ['He said so on Saturday.', 'Saturday = 2025-08-16 (article-date)'],
  ['They will meet on Monday.', 'Monday = 2025-08-18 (article-date)'],
  ['They met last Monday.', 'last Monday = 2025-08-11 (article-date)'],
  ['It rained yesterday.', 'yesterday = 2025-08-15 (article-date)'],
  ['It fell last month.', 'last month = 2025-07 (article-date)'],
  ['It rose last year.', 'last year = 2024 (article-date)'],
  ['It closed last week.', 'last week = 2025-W32 (article-date)'],
  ['He came two years ago.', 'two years ago = 2023 (article-date)'],
  ['He came in July.', 'July = 2025-07 (article-date)'],
  ['The 1990s were better.', 'The 1990s = null (explicit)'],
  ['On 2024-02-30 nothing happened.', '2024-02-30 = null (none)'],
  ['This year prices rose.', 'This year = 2025 (article-date)'],
  ['Yesterday it rained.', 'Yesterday = 2025-08-15 (article-date)'],
  // Of an age, not of a day.
  ['Today the island lives on tourism.'],
  ['Next month it opens.', 'Next month = 2025-09 (article-date)'],
  ['Last Sunday they met.', 'Last Sunday = 2025-08-10 (article-date)'],
  ['It rained the day before yesterday.', 'The day before yesterday = 2025-08-14 (article-date)'],
  ['It fell at the end of March.', 'The end of March = 2025-03 (article-date)'],
  ['It will close at the end of 2024.', 'The end of 2024 = 2024 (explicit)'],
  ['It fell in the first quarter of 2024.', 'The first quarter of 2024 = 2024 (explicit)'],
  ['It fell in Q3 2023.', 'Q3 2023 = 2023 (explicit)'],
  ['It was built in the 19th century.', 'The 19th century = null (explicit)'],
  ["It began in the '90s.", "'90s = null (explicit)"],
  ['It grew over the past two years.', 'The past two years = null (none)'],
  ['May said that she may march.'],
  ['They sold 2014 cars.']
])('%s', (text, ...expected) => {
  expect(datesIn(text).map((found) => found.replace(/^the/, 'The'))).toEqual(expected);
});

test('without a day of its own an article has weekdays but not their dates', () => {
  expect(datesIn('He met them on Friday, 3 March 2015, and on Monday.', null)).toEqual([
    'Friday, 3 March 2015 = 2015-03-03 (explicit)',
    'Monday = null (none)'
  ]);
});

test.each(['This year prices rose.', 'It rained yesterday.', 'Next month it opens.'])(
  'without a day of its own an article does not resolve: %s',
  (text) => {
    expect(datesIn(text, null)).toEqual([expect.stringMatching(/ = null \(none\)$/)]);
  }
);

test.each<[what: string, text: string, markdown: boolean, expected: string | null]>([
  ['a line of its own', 'Title\nSaturday, 16 August 2025\n\nBody text here.', false, '2025-08-16'],
  ['a dateline', 'KALLO, 4 March 2024 (Wire) - Dockers voted.', false, '2024-03-04'],
  ['front matter', '---\ndate: 2024-11-05\n---\nBody.', true, '2024-11-05'],
  ['an American line', 'Title\nAug. 16th, 2025\n\nBody text here.', false, '2025-08-16'],
  ['no day of the calendar', 'Title\n31 June 2025\n\nBody text here.', false, null],
  ['a date of the story only', 'He was born on 3 March 1950, and grew up in Kallo.', false, null],
  ['none', 'Body.', false, null]
])('the day of an article: %s', (_, text, markdown, expected) => {
  const format = markdown ? 'markdown' : 'text';
  expect(articleDay({ name: 'a.txt', format, text }, 0)).toBe(expected);
});

const made = { ...noFacts, made: '2026-11-30' };
test.each<[what: string, article: Partial<Article>, expected: string | null]>([
  ['the day of its file', { facts: made }, null],
  [
    'its address',
    { facts: { ...made, url: 'https://example.org/2016/10/28/a.html' } },
    '2016-10-28'
  ],
  [
    'a month in letters',
    { facts: { ...made, url: 'https://example.org/2016/oct/8/a' } },
    '2016-10-08'
  ],
  ['no day in an address', { facts: { ...made, url: 'https://example.org/2016/99/99/a' } }, null],
  ['the name of its file', { facts: made, name: '2016-10-28 Ferry stops.txt' }, '2016-10-28'],
  [
    'its address before the name of its file',
    { facts: { ...made, url: 'https://example.org/2016/10/28/a' }, name: '2017-01-01 A.txt' },
    '2016-10-28'
  ],
  [
    'its head before its address',
    {
      facts: { ...made, url: 'https://example.org/2016/10/28/a' },
      text: 'Title\n27 October 2016\n\nBody.'
    },
    '2016-10-27'
  ],
  ['a number in the name', { name: 'scan 20990011.txt' }, null]
])('the day of an article: %s', (_, article, expected) => {
  expect(articleDay({ name: 'a.txt', format: 'text', text: 'Body.', ...article }, 0)).toBe(
    expected
  );
});
