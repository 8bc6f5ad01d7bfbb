/** A position that others reported must not read as one that its actor stated on that day. */
import { expect, test } from 'vitest';
import { entry } from '../ledger/testing/ledger.js';
import { dateOfPositionInWords, datesOf, isReported } from './days-of-position.js';
import { en } from './printed/en.js';

const [said, reported] = ['2025-08-15', '2025-08-16'];

test.each([
  [{ said, reported }, '15 August 2025', false],
  [{ said, reported, status: 'reported' }, '15 August 2025, reported', true],
  [{ reported }, 'reported 16 August 2025', true],
  [{ reported, status: 'reported' }, 'reported 16 August 2025', true],
  [{ said, effective: '2025-09' }, 'from September 2025', false],
  [{ status: 'reported' }, '', true],
  [{}, '', false]
] as const)('of %j a cell tells “%s”', (part, told, isTold) => {
  expect(dateOfPositionInWords(entry(1, part), en, en.date)).toBe(told);
  expect(isReported(entry(1, part))).toBe(isTold);
});

test('the ledger tells each day, that from which it counts first', () => {
  expect(datesOf(entry(1, { said, reported, effective: '2025-09' }), en, en.date)).toEqual([
    ...['from September 2025', 'said 15 August 2025', 'reported 16 August 2025']
  ]);
});
