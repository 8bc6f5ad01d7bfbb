/** The quiet line of a cell: its day, what it was before, how many origins, and what is missing. */
import { expect, test } from 'vitest';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import {
  changeInCell,
  changeInWords,
  dayInCell,
  doubtsInCell,
  linesInCell,
  originsInCell,
  quietWords
} from './cell-words.js';

test.each([
  ['2025-08-16', 'day-first', '2025', '16 Aug'],
  ['2025-08-16', 'day-first', '2026', '16 Aug 2025'],
  ['2025-08-16', 'month-first', '2025', 'Aug 16'],
  ['2013-10-06', 'month-first', '2026', 'Oct 6, 2013'],
  ['2025-08-16', 'iso', '2025', '2025-08-16'],
  ['2025-08', 'day-first', '2025', 'Aug 2025'],
  ['2025', 'day-first', '2025', '2025']
] as const)('%s, %s, in %s, is told as %s', (date, style, thisYear, told) => {
  expect(dayInCell(date, style, thisYear)).toBe(told);
  // As it was kept from the first time.
  expect(dayInCell(date, style, thisYear)).toBe(told);
});

test('a change tells the stance that was given up and its day', () => {
  const before = entry(1, { stance: 'supports', said: '2025-08-12' });
  const now = entry(2, { stance: 'opposes' });
  const tell = (date: string) => `on ${date}`;
  expect(changeInWords(now, before, tell)).toBe('was Supports, on 2025-08-12');
  expect(changeInWords(now, { ...before, said: null }, tell)).toBe('was Supports');
  expect(changeInWords(now, before, null)).toBe('was Supports');
  expect(changeInWords(before, before, tell)).toBe('');
  expect(changeInWords(now, null, tell)).toBe('');
});

test('a cell that changed tells its own day too, where days are told', () => {
  const before = entry(1, { stance: 'supports', said: '2018-06-02' });
  const now = entry(2, { stance: 'opposes', said: '2021-04-06' });
  const tell = (date: string) => `on ${date}`;
  expect(changeInCell(now, before, tell)).toBe('on 2021-04-06, was Supports, on 2018-06-02');
  expect(changeInCell(now, before, null)).toBe('was Supports');
  expect(changeInCell(now, null, tell)).toBe('');
});

test.each([
  ['reported 16 Aug 2025', 1],
  ['reported 12 May · 2 sources', 2],
  ['from 15 Aug 2025, was Conditional, 14 Aug 2025', 3],
  ['incomprehensibilities of them', 2],
  ['', 1]
])('“%s” is told whole in %i lines of 20 letters', (words, lines) => {
  expect(linesInCell(words, ({ length }) => length <= 20)).toBe(lines);
});

test('a cell tells its day and its origins, and after a change or beside a doubt no day twice', () => {
  const before = entry(1, { stance: 'supports', said: '2025-08-12' });
  const now = entry(2, { stance: 'opposes', said: '2025-08-16', evidence: [newId()] });
  const about = {
    corroboration: { reports: 2, origins: 2 },
    overdue: false,
    outdated: new Set<Id>()
  };
  const told = (more: Partial<Parameters<typeof quietWords>[1]>) =>
    Object.values(quietWords(now, { before, ...about, ...more }, (day) => day));
  expect(told({})).toEqual(['2025-08-16, was Supports, 2025-08-12', '', '2 sources']);
  expect(told({ before: null })).toEqual(['', '', '2025-08-16 · 2 sources']);
  expect(told({ overdue: true })).toEqual(['was Supports', 'review is due', '2 sources']);
});

test('origins are told, and copies do not count', () => {
  expect(originsInCell({ reports: 4, origins: 2 })).toBe('2 origins');
  expect(originsInCell({ reports: 2, origins: 1 })).toBe('1 origin');
  expect(originsInCell({ reports: 3, origins: 3 })).toBe('3 sources');
  expect(originsInCell({ reports: 1, origins: 1 })).toBe('');
});

test('what keeps an entry from being relied on is said', () => {
  const doubts = (more: Parameters<typeof entry>[1], overdue: boolean, ...outdated: Id[]) =>
    doubtsInCell(entry(1, more), overdue, new Set(outdated));
  expect(doubts({ evidence: [] }, true)).toEqual(['no evidence', 'review is due']);
  const [one, two] = [newId(), newId()];
  expect(doubts({ evidence: [one, two] }, false, two)).toEqual(['newer version differs']);
  expect(doubts({ evidence: [one] }, false, two)).toEqual([]);
});
