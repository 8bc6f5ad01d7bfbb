/** Which entries of a ledger only correct another, and what. */
import { expect, test } from 'vitest';
import type { Position } from '../briefing/entries.js';
import { Corrections } from './corrections.js';
import { entry, idOf } from './testing/ledger.js';

const said = { statement: 'We back the plan', evidence: [idOf('E', 1), idOf('E', 2)] };
const undated = entry(1, said);
const next = (number: number, part: Partial<Position>) =>
  entry(number, { ...said, supersedes: [undated.id], ...part });

test.each([
  ['a date that was missing', { said: '2025-03-01' }, ['date']],
  ['date and status', { reported: '2025-03-01', status: 'inferred' }, ['date', 'status']],
  ['a review date', { reviewBy: '2026-01-01' }, ['review']],
  [
    'its evidence in another order',
    { said: '2025-03', evidence: said.evidence.toReversed() },
    ['date']
  ],
  ['another stance', { said: '2025-03-01', stance: 'opposes' }, null],
  ['other words', { said: '2025-03-01', statement: 'We back it' }, null],
  ['other evidence', { said: '2025-03-01', evidence: [idOf('E', 1)] }, null],
  ['another confidence', { confidence: 'high' }, null],
  ['a denial', { status: 'denied' }, null],
  ['nothing that it supersedes', { said: '2025-03-01', supersedes: [] }, null]
] as const)('%s', (_, part, parts) => {
  const later = next(2, part);
  const corrections = new Corrections([undated, later]);
  expect(corrections.in(later)).toEqual(parts);
  expect(corrections.of(undated)).toBe(parts ? later : null);
  expect(corrections.of(later)).toBeNull();
});

test('without a quote a missing date is corrected, and another day is another utterance', () => {
  const [bare, dated] = [entry(1), entry(2, { said: '2025-03', supersedes: [idOf('P', 1)] })];
  const again = entry(3, { said: '2025-04', supersedes: [dated.id] });
  expect(new Corrections([bare, dated]).of(bare)).toBe(dated);
  expect(new Corrections([dated, again]).of(dated)).toBeNull();
});

test('of several corrections the last one counts, with all that was corrected', () => {
  const dated = next(2, { said: '2025-03-01' });
  const last = next(3, { said: '2025-03-01', status: 'inferred', supersedes: [dated.id] });
  const corrections = new Corrections([last, undated, dated]);
  expect([undated, dated].map((each) => corrections.of(each))).toEqual([last, last]);
  expect(corrections.in(last)).toEqual(['date', 'status']);
  expect(corrections.in(dated)).toBeNull();
});
