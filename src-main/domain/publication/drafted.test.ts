/** Protects that the statement counts what was drafted and reviewed, and names only those who reviewed. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import { type Card, newCard } from '../briefing/entries.js';
import { confirmPart, joinedReview } from '../briefing/reviewed.js';
import { signNewEntries } from '../briefing/sign-entries.js';
import { draftedInWords } from './drafted.js';
import { applyProfile } from './profile.js';

const ada = { name: 'Ada Byron', device: 'one' };
const made = (more: Partial<Card> = {}) =>
  newCard('fact', { body: 'It is.', drafted: true, reviewed: false, ...more });
const reviewed = (name: string) => made({ reviewed: true, reviewedBy: { name, device: 'one' } });
const told = (...cards: Card[]) => draftedInWords({ ...emptyBriefing('B'), cards });
const begin = 'Drafted by Standpoint from its sources’ own words: ';

test.each<[string, Card[], string]>([
  ['nothing', [newCard('fact')], ''],
  ['one of two', [newCard('fact'), made()], '1 of 2 cards; nobody has reviewed it.'],
  ['the only one, reviewed', [reviewed('')], '1 of 1 card; it was reviewed by a person.'],
  [
    'all, by one',
    [reviewed('Ada'), reviewed('Ada')],
    '2 of 2 cards; all of them reviewed, by Ada.'
  ],
  ['some', [made({ reviewed: true }), made()], '2 of 2 cards; 1 of them reviewed by a person.'],
  [
    'some, by several',
    [reviewed('Ada'), reviewed(''), reviewed('Karel'), made()],
    '4 of 4 cards; 3 of them reviewed, by Ada, Karel and others.'
  ]
])('of %s', (_what, cards, words) => {
  expect(told(...cards)).toBe(words === '' ? '' : begin + words);
});

test('an unreviewed bottom line beside drafted cards is told', () => {
  const briefing = { ...emptyBriefing('B'), bottomLine: 'So.', bottomLineReviewed: false };
  expect(draftedInWords({ ...briefing, cards: [made()] })).toBe(
    `${begin}1 of 1 card; nobody has reviewed it. It drafted the bottom line too, which nobody has reviewed.`
  );
});

test('unreviewed cards of a file that does not tell who made them count, a note of a merge does not', () => {
  const old = newCard('fact', { reviewed: false });
  expect(told(old, newCard('note', { reviewed: false }))).toMatch(/1 of 2 cards/);
});

test('who confirms a drafted card is its reviewer, and no audience is told the name', () => {
  const card = made();
  const before = { ...emptyBriefing('B'), cards: [card, newCard('fact')] };
  const after = signNewEntries(before, confirmPart(before, card.id), ada);
  expect(draftedInWords(after)).toBe(`${begin}1 of 2 cards; it was reviewed, by Ada Byron.`);
  const { briefing } = applyProfile({ briefing: after, texts: {} }, 'audience');
  expect(JSON.stringify(briefing)).not.toContain('Ada');
  expect(draftedInWords(briefing)).toBe(`${begin}1 of 2 cards; it was reviewed by a person.`);
});

test('two cards that become one stay drafted, and unreviewed as long as one of them is', () => {
  expect(joinedReview(newCard('fact'), reviewed('Ada'))).toMatchObject({
    drafted: true,
    reviewed: true,
    reviewedBy: { name: 'Ada' }
  });
  expect(joinedReview(made(), reviewed('Ada'))).toMatchObject({
    reviewed: false,
    reviewedBy: null
  });
});
