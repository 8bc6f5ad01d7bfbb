import { expect, test } from 'vitest';
import { newId } from '../../src-main/domain/base/values.js';
import { type CompareRequest, emptyRequest, problemOf } from './compare-request.js';

const version = '0000000001-named-00000000';

test.each<[string, Partial<CompareRequest>, RegExp | null]>([
  ['nothing', {}, /Choose a version, or write the day/],
  ['a day', { from: ' 2025-08 ' }, null],
  ['only the last day', { until: '2025-08-15' }, null],
  ['what is no day', { from: '15 August' }, /Write a day, a month or a year/],
  ['a last day that is none', { from: '2025', until: '2025-13' }, /Write a day/],
  ['days the wrong way round', { from: '2025-08-15', until: '2025-08-15' }, /must come after/],
  ['a month that ends with the day', { from: '2025-08-31', until: '2025-08' }, /must come after/],
  ['a version', { version }, null],
  ['a version beside a stray day, which does not count', { version, from: 'x' }, null],
  ['a version until what is no day', { version, until: 'x' }, /Write a day/],
  ['no other briefing', { compareWith: 'other', from: '2025' }, /Choose the other briefing/],
  ['another briefing', { compareWith: 'other', other: newId() }, null],
  ['nothing that is known', { compareWith: 'known', version }, /Write the day/],
  ['what is known of a day', { compareWith: 'known', from: '2025-08-15' }, null]
])('%s', (_what, part, problem) => {
  const found = problemOf({ ...emptyRequest, ...part });
  if (problem) expect(found).toMatch(problem);
  else expect(found).toBeNull();
});
