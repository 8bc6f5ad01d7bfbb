/** Protects that a briefing's date follows its sources, and never takes the place of one that a person set. */
import { expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newSource } from '../briefing/source.js';
import { addSource } from './add-source.js';
import { followSources, latestDay } from './day-of-sources.js';

const sourceOf = (published: string | null) =>
  newSource({ text: '0'.repeat(64), importedAt: '2025-08-17T00:00:00Z', published });

function briefingOf(date: string | null, ...days: readonly (string | null)[]): Briefing {
  return { ...emptyBriefing('Ferry', new Date(0)), date, sources: days.map(sourceOf) };
}

function added(briefing: Briefing, published: string | null): string | null {
  const source = sourceOf(published);
  const none = { isUpdatedBy: null, annotations: [], changed: 0, gone: 0, copies: [] };
  return addSource(briefing, { ...none, source, text: '' }).date;
}

test.each<[what: string, briefing: Briefing, published: string | null, date: string | null]>([
  ['the first day', briefingOf(null), '2016-10-28', '2016-10-28'],
  ['a later day', briefingOf('2016-10-28', '2016-10-28'), '2016-10-30', '2016-10-30'],
  ['an earlier day', briefingOf('2016-10-28', '2016-10-28'), '2016-10-01', '2016-10-28'],
  ['no day', briefingOf('2016-10-28', '2016-10-28'), null, '2016-10-28'],
  ['only a year', briefingOf(null), '2016', null],
  [
    'a later day than one a person set',
    briefingOf('2016-10-29', '2016-10-28'),
    '2016-10-30',
    '2016-10-29'
  ],
  [
    'a day beside a date that a person took away',
    briefingOf(null, '2016-10-28'),
    '2016-10-30',
    null
  ]
])('a source with %s', (_, briefing, published, date) => {
  expect(added(briefing, published)).toBe(date);
});

test('the day that is set of a source counts as well', () => {
  const before = briefingOf(null, null);
  const after = { ...before, sources: [sourceOf('2016-10-28')] };
  expect(followSources(before, after).date).toBe('2016-10-28');
  expect(latestDay(after.sources)).toBe('2016-10-28');
});

test('a date that changes with the sources stays as it is', () => {
  const before = briefingOf(null, null);
  const after = { ...briefingOf('2016-10-01'), sources: [sourceOf('2016-10-28')] };
  expect(followSources(before, after)).toBe(after);
});
