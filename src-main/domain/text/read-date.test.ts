import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartialDate } from '../base/values.js';
import { dateProblem, readDate, readWrittenDate, writtenDates } from './read-date.js';

test.each([
  ['25 June 2009', '2009-06-25'],
  ['25. June 2009', '2009-06-25'],
  ['25th of June, 2009', '2009-06-25'],
  ['  Thursday, 25   june 2009 ', '2009-06-25'],
  ['June 25, 2009', '2009-06-25'],
  ['Jun. 25th 2009', '2009-06-25'],
  ['Sept 3, 2009', '2009-09-03'],
  ['3 May 2009', '2009-05-03'],
  ['June 2009', '2009-06'],
  ['may, 2009', '2009-05'],
  ['2009', '2009'],
  ['2009-06', '2009-06'],
  ['2009-6-5', '2009-06-05'],
  ['2009-06-25', '2009-06-25'],
  ['25.6.2009', '2009-06-25'],
  ['25. 6. 2009', '2009-06-25'],
  ['25/6/2009', '2009-06-25'],
  ['6/25/2009', '2009-06-25'],
  ['6/6/2009', '2009-06-06'],
  ['2009/6/25', '2009-06-25'],
  ['2009.06.25', '2009-06-25'],
  ['6/2009', '2009-06'],
  ['06.2009', '2009-06'],
  ['3.4.2009', '2009-04-03'],
  ['3.4.09', '2009-04-03'],
  ['25-6-2009', '2009-06-25'],
  ['25/6/09', '2009-06-25'],
  ['25/6/69', '1969-06-25'],
  ['6/25/68', '2068-06-25']
])('a person who writes %j means %s', (text, date) => {
  expect(readWrittenDate(text)).toBe(date);
});

test.each([
  '',
  '3/4/2009',
  '3-4-2009',
  '3/4-2009',
  '2009/6-25',
  '31/31/2009',
  '25.13.2009',
  '31 June 2009',
  '29 February 2009',
  'before 25 June 2009',
  '25 June 2009 or later',
  '25 June',
  'June 25',
  '25 June 09',
  'Junk 2009',
  'Mayor 2009',
  '2009-13',
  '20090',
  'yesterday'
])('%j is not taken for a date', (text) => {
  expect(readWrittenDate(text)).toBeNull();
});

test.each([
  ['3/4/2009', null, ['2009-04-03', '2009-03-04']],
  ['3/4/2009', 'day-first', ['2009-04-03']],
  ['3/4/2009', 'month-first', ['2009-03-04']],
  ['3-4-09', 'month-first', ['2009-03-04']],
  ['25/6/2009', 'month-first', ['2009-06-25']],
  ['3.4.2009', 'month-first', ['2009-04-03']],
  ['soon', 'day-first', []]
] as const)('%j means, to a person whose order is %s, one of %j', (text, order, dates) => {
  expect(writtenDates(text, order)).toEqual(dates);
});

test('a date that can be two is a question', () => {
  expect(dateProblem('3/4/2009')).toBe('Choose which day “3/4/2009” is.');
});

test('whatever is written, what is read is a date, and a date is read as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0129 ./-,JuneMay') }), (text) => {
      const date = readWrittenDate(text);
      if (date === null) return;
      expect(PartialDate.safeParse(date).success).toBe(true);
      expect(readWrittenDate(date)).toBe(date);
    })
  );
});

test.each([
  ['2025-08-16T23:30:00+02:00', '2025-08-16'],
  ['Sat, 16 Aug 2025 23:30:00 GMT', '2025-08-16'],
  ['Published August 16, 2025 at noon', '2025-08-16'],
  ["D:20250816233000+02'00'", '2025-08-16'],
  ['16/08/2025', null]
])('a file that states %j means %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});

test('what is no date is told, and nothing written is no problem', () => {
  expect(['', '  ', '2025-08', '25 June 2009'].map(dateProblem)).toEqual([null, null, null, null]);
  expect(['lately', '2025-02-30'].map(dateProblem)).toEqual(
    Array(2).fill('Write a day, a month or a year, such as 15 August 2025, 2025-08 or 2025.')
  );
});
