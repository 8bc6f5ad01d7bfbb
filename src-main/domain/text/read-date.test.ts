import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartialDate } from '../base/values.js';
import { dateProblem, readDate, readWrittenDate } from './read-date.js';

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
  ['6/6/2009', '2009-06-06']
])('a person who writes %j means %s', (text, date) => {
  expect(readWrittenDate(text)).toBe(date);
});

test.each([
  '',
  '3/4/2009',
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
  expect(['lately', '3/4/2009', '2025-02-30'].map(dateProblem)).toEqual(
    Array(3).fill('Write a day, a month or a year: 2025-08-15, 2025-08 or 2025.')
  );
});
