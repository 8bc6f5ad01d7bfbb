/** Protects that whoever hands a briefing over is told what in it is not settled, and that its print says so. */
import { expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { type CardClash, newCard } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { entry } from '../ledger/testing/ledger.js';
import { composePublication } from './publication.js';
import { olderWordsIn, unsettledOf } from './unsettled.js';

const empty = emptyBriefing('Harbour', new Date(0));
const clash: CardClash = {
  ...{ list: null, entry: newId(), path: 'title' },
  stands: { words: 'Harbour', by: [] },
  other: { words: 'Port', by: [] },
  was: null
};
const apart: Briefing = {
  ...empty,
  cards: [newCard('note', { heading: 'Differences to settle: title', body: 'Port', clash })]
};
const support = entry(1, { stance: 'supports' });
const opposed = { ...empty, positions: [support, entry(2, { stance: 'opposes' })] };

test('differences and cells are counted over all briefings, one and several', () => {
  expect(unsettledOf([empty])).toBe('');
  expect(unsettledOf([apart])).toBe(
    'Not decided is 1 difference between people: see “To decide” in New. Of each difference the document prints what stands as if it held.'
  );
  expect(unsettledOf([opposed])).toBe(
    'Not decided is 1 cell with opposed positions in force: see “To decide” in New.'
  );
  expect(unsettledOf([apart, opposed])).toContain(
    'are 1 difference between people and 1 cell with opposed'
  );
});

test('a cell is decided once it is contested or the later entry supersedes the other', () => {
  const later = (part: object) => ({
    ...empty,
    positions: [support, entry(2, { stance: 'opposes', ...part })]
  });
  expect(unsettledOf([later({})])).toContain('1 cell');
  expect(unsettledOf([later({ contested: [support.id] })])).toBe('');
  expect(unsettledOf([later({ supersedes: [support.id] })])).toBe('');
});

test('the card that tells a difference is printed as one that is not settled', () => {
  const kickers = ({ cards }: Briefing) =>
    composePublication({ ...empty, cards }, {}).cards.map(({ kicker }) => kicker);
  expect(kickers(apart)).toEqual(['note · difference not settled']);
  expect(kickers({ ...apart, cards: [newCard('note', { body: 'Port' })] })).toEqual(['note']);
});

test('cards with words that a newer version of the source has otherwise are counted', () => {
  const at = '2025-03-03T09:00:00Z';
  const first = newSource({ text: 'a'.repeat(64), importedAt: at, title: 'Poll' });
  const second = { ...newSource({ text: 'b'.repeat(64), importedAt: at }), updates: first.id };
  const words = 'In the poll Sarvis stands at 13 percent of voters.';
  const newer = words.replace('13', '16');
  const texts = { [first.text]: words, [second.text]: newer };
  const told = (body: string) =>
    olderWordsIn([
      {
        briefing: { ...empty, cards: [newCard('fact', { body })], sources: [first, second] },
        texts
      }
    ]);
  expect(told(`- ${words}`)).toBe(
    '1 quote or card has older words than the newest version of the source: see “To decide” in New.'
  );
  expect(told(`- ${newer}`)).toBe('');
});
