import { expect, test } from 'vitest';
import { spokenDates } from './spoken-dates.js';

/** A Saturday, in the afternoon of this machine. */
const today = new Date(2026, 10, 28, 15);

test.each([
  ['today', ['2026-11-28']],
  ['yesterday', ['2026-11-27']],
  ['3 days ago', ['2026-11-25']],
  ['two weeks ago', ['2026-11-14']],
  ['last Monday', ['2026-11-23']],
  ['last month', ['2026-10']],
  ['last year', ['2025']],
  ['3. März 2015', ['2015-03-03']],
  ['18 mai 2015', ['2015-05-18']],
  ['18 de mayo de 2015', ['2015-05-18']],
  ['3 de março de 2015', ['2015-03-03']],
  ['18 мая 2015', ['2015-05-18']],
  ['18 травня 2015', ['2015-05-18']],
  ['gestern', ['2026-11-27']],
  ['hier', ['2026-11-27']]
])('%j means %j', (text, dates) => {
  expect(spokenDates(text, today, 'en-GB')).toEqual(dates);
});

test.each([
  ['Monday', ['2026-11-23', '2026-11-30']],
  ['Saturday', ['2026-11-28', '2026-12-05']],
  ['18 May', ['2026-05-18', '2027-05-18']],
  ['28 November', ['2026-11-28', '2027-11-28']],
  ['10 décembre', ['2025-12-10', '2026-12-10']],
  ['May', ['2026-05', '2027-05']]
])('%j can be the last or the next, and the last is named first: %j', (text, dates) => {
  expect(spokenDates(text, today, 'en-GB')).toEqual(dates);
});

test.each([
  '',
  'soon',
  'at noon',
  '3pm',
  'last week',
  '5/6',
  '12',
  '18 May 2015 to 20 May 2015',
  'early 2015',
  '31 June 2009',
  'the minister'
])('%j is not taken for a date', (text) => {
  expect(spokenDates(text, today, 'en-GB')).toEqual([]);
});

test('words of two languages are read in the person’s own', () => {
  expect(spokenDates('mar 2015', today, 'en-GB')).toEqual(['2015-03']);
  expect(spokenDates('mar', today, 'fr-FR')).toEqual(['2026-11-24', '2026-12-01']);
});
