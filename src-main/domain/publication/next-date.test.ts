/** Protects that the one page tells nothing as still to come that is of its own day, or of one before. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import { newCard } from '../briefing/entries.js';
import { en } from '../terms/printed/en.js';
import { briefOf } from './brief.js';
import { underTheirDays } from './next-date.js';

const told = (body: string, kind: 'outcome' | 'event' = 'outcome') => {
  const cards = [newCard(kind, { heading: 'What comes next', body })];
  const briefing = { ...emptyBriefing('Harbour'), date: '2026-11-25', cards };
  return briefOf(briefing, [], en)
    .points.flatMap((each) => underTheirDays(each, briefing, en))
    .map(({ heading, point }) => [heading, [point.sentence, ...point.lines].filter(Boolean)]);
};
const [today, later] = ['The order is published on Wednesday.', 'The court decides.'];

test('a line of the day of the page, or of one before, stands under its day', () => {
  expect(told(`- **25 November 2026:** ${today}`)).toEqual([['25 November 2026', [today]]]);
  expect(told(`- **24 November 2026:** ${today}\n- ${later}`)).toEqual([
    ['24 November 2026', [today]],
    ['What comes next', [later]]
  ]);
});

test('a line without a day, and a card of another kind, stand under the heading', () => {
  expect(told(`- ${later}`)).toEqual([['What comes next', [later]]]);
  const line = `25 November 2026: ${today}`;
  expect(told(`- ${line}`, 'event')).toEqual([['What comes next', [line]]]);
});
