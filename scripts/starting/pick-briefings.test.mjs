import { expect, test } from 'vitest';
import { fileName, pickBriefings } from './pick-briefings.mjs';

const sample = { id: 'S', title: 'Finished', modifiedAt: '2026-01-01T00:00:00.000Z' };
const older = { id: 'A', title: 'Older', modifiedAt: '2026-01-02T00:00:00.000Z' };
const newer = { id: 'B', title: 'Newer', modifiedAt: '2026-01-03T00:00:00.000Z' };

test.each([
  ['an article and the sample: the sample last', [sample, older], [older, sample]],
  ['several articles: the one changed last', [newer, sample, older], [newer, sample]],
  ['the sample was deleted', [older, newer], [newer]],
  ['nothing but the sample', [sample], [sample]],
  ['nothing', [], []]
])('pickBriefings: %s', (_case, briefings, expected) => {
  expect(pickBriefings(briefings, 'Finished')).toEqual(expected);
});

test.each([
  ['After Alaska: who gives what?', 'after-alaska-who-gives-what.pdf'],
  ['Élysée – positions', 'elysee-positions.pdf'],
  ['立場', 'briefing.pdf'],
  ['', 'briefing.pdf'],
  [`${'a'.repeat(59)} b`, `${'a'.repeat(59)}.pdf`]
])('fileName of %j has no space', (title, expected) => {
  expect(fileName(title)).toBe(expected);
});
