/** Nobody may read that nothing contradicts while two stances are in force. */
import { expect, test } from 'vitest';
import type { SettledPoint } from '../../../src-main/domain/contradictions/report-open-points.js';
import { noneOpenInWords } from './point-actions.js';

const settledBy = (dismissal: { readonly reason: string } | null) =>
  ({ dismissal }) as SettledPoint;

test.each([
  [[], 'No contradiction was found among what you recorded; 2 suggestions wait.'],
  [[settledBy({ reason: 'One is old.' })], 'Everything is decided.'],
  [
    [settledBy(null), settledBy({ reason: 'One is old.' })],
    'Nothing else is open. Contested, with both sides in force: 1.'
  ]
])('where nothing is left to decide, of %j', (settled, told) => {
  expect(noneOpenInWords(settled, 2)).toBe(told);
});

test('where no suggestion waits, nothing is told of any', () => {
  expect(noneOpenInWords([], 0)).toBe('No contradiction was found among what you recorded.');
});
