/** Protects that a person is told what others did, and what of it is left to settle, in true numbers. */
import { expect, test } from 'vitest';
import { settleClash } from '../../../src-main/domain/merge/settle-clash.js';
import { mergeBriefings } from '../../../src-main/domain/merge/merge-briefings.js';
import { startingBriefing } from '../../../src-main/domain/merge/testing/edits.js';
import { touchedIn, touchedInWords } from './change-in-words.js';

const start = startingBriefing();
const withBody = (body: string, hour: string) => ({
  ...start,
  modifiedAt: `2025-08-18T${hour}:00:00.000Z`,
  cards: start.cards.with(0, { ...start.cards[0]!, body })
});
const mine = withBody('Kyiv weighs it.', '10');
const apart = mergeBriefings(start, mine, withBody('Kyiv accepts it.', '11')).briefing;
const inWords = (before: typeof start, after: typeof start) =>
  touchedInWords(touchedIn(before, after), ['Ben']);

test('a card that a merge made is no card that somebody added, but something to settle', () => {
  expect(inWords(mine, apart)).toBe(
    'Ben changed 1 card. 1 difference to settle: see Evidence, Open points.'
  );
});

test('who settles it has deleted no card', () => {
  const card = apart.cards.find(({ clash }) => clash)!;
  expect(inWords(apart, settleClash(apart, card.id, 'stands'))).toBe('Ben settled 1 difference.');
});

test('of one who wrote nothing else the briefing is changed', () => {
  expect(inWords(start, { ...start, title: 'Another' })).toBe('Ben changed the title.');
});
