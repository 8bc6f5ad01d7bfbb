/** Protects that the statement counts what was drafted and reviewed, and names only those who reviewed. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import { type Card, newCard } from '../briefing/entries.js';
import {
  confirmLine,
  confirmPart,
  countUnreviewedLines,
  joinedReview
} from '../briefing/reviewed.js';
import { signNewEntries } from '../briefing/sign-entries.js';
import { en } from '../terms/printed/en.js';
import { draftedInWords, unreviewedInWords } from './drafted.js';
import { applyProfile } from './profile.js';

const ada = { name: 'Ada Byron', device: 'one' };
const made = (more: Partial<Card> = {}) =>
  newCard('fact', { body: 'It is.', drafted: true, reviewed: false, ...more });
const reviewed = (name: string) => made({ reviewed: true, reviewedBy: { name, device: 'one' } });
const told = (...cards: Card[]) => draftedInWords({ ...emptyBriefing('B'), cards }, en);
const begin = 'Drafted by Standpoint from its sources’ own words: ';

test.each<[string, Card[], string]>([
  ['nothing', [newCard('fact')], ''],
  ['one of two', [newCard('fact'), made()], '1 of 2 cards. Reviewed by a person: none.'],
  ['the only one, reviewed', [reviewed('')], '1 of 1 card. Reviewed by a person: 1 of 1 line.'],
  [
    'all, by one',
    [reviewed('Ada'), reviewed('Ada')],
    '2 of 2 cards. Reviewed by Ada: 2 of 2 lines.'
  ],
  ['some', [made({ reviewed: true }), made()], '2 of 2 cards. Reviewed by a person: 1 of 2 lines.'],
  [
    'some, by several',
    [reviewed('Ada'), reviewed(''), reviewed('Karel'), made()],
    '4 of 4 cards. Reviewed by Ada, Karel and others: 3 of 4 lines.'
  ]
])('of %s', (_what, cards, words) => {
  expect(told(...cards)).toBe(words === '' ? '' : begin + words);
});

test('an unreviewed bottom line beside drafted cards is told', () => {
  const briefing = { ...emptyBriefing('B'), bottomLine: 'So.', bottomLineReviewed: false };
  expect(draftedInWords({ ...briefing, cards: [made()] }, en)).toBe(
    `${begin}1 of 1 card. Reviewed by a person: none. The bottom line was drafted too, and nobody has reviewed it.`
  );
});

test('the head of the document counts what the statement counts', () => {
  const head = (bottomLineReviewed: boolean, ...cards: Card[]) =>
    unreviewedInWords({ ...emptyBriefing('B'), bottomLine: 'So.', bottomLineReviewed, cards }, en);
  const own = newCard('fact', { body: 'Mine.' });
  // Of one’s own card and bottom line nothing was to be reviewed.
  expect(head(true, own, made())).toMatch(/^Draft, not reviewed\. 1 part is/u);
  expect(head(true, own, made(), reviewed('Ada'))).toMatch(/^Draft, reviewed in part \(1 of 2\)/u);
  expect(head(false, reviewed('Ada'))).toMatch(/^Draft, reviewed in part \(1 of 2\)\. 1 part is/u);
  expect(head(true, own, reviewed('Ada'))).toBe('');
});

test('lines are counted, as in the window, also those of a card that is reviewed in part', () => {
  const card = made({ body: '- One.\n- Two.\n- Three.' });
  const briefing = { ...emptyBriefing('B'), cards: [card, made()] };
  const after = confirmLine(briefing, card.id, 0);
  expect(draftedInWords(after, en)).toBe(
    `${begin}2 of 2 cards. Reviewed by a person: 1 of 4 lines.`
  );
  expect(unreviewedInWords(after, en)).toMatch(
    /^Draft, reviewed in part \(1 of 4\)\. 3 parts are/u
  );
  expect(countUnreviewedLines(after)).toBe(3);
});

test('unreviewed cards of a file that does not tell who made them count, a note of a merge does not', () => {
  const old = newCard('fact', { reviewed: false });
  expect(told(old, newCard('note', { reviewed: false }))).toMatch(/1 of 2 cards/);
});

test('who confirms a drafted card is its reviewer, and no audience is told the name', () => {
  const card = made();
  const before = { ...emptyBriefing('B'), cards: [card, newCard('fact')] };
  const after = signNewEntries(before, confirmPart(before, card.id), ada);
  expect(draftedInWords(after, en)).toBe(
    `${begin}1 of 2 cards. Reviewed by Ada Byron: 1 of 1 line.`
  );
  const { briefing } = applyProfile({ briefing: after, texts: {} }, 'audience');
  expect(JSON.stringify(briefing)).not.toContain('Ada');
  expect(draftedInWords(briefing, en)).toBe(
    `${begin}1 of 2 cards. Reviewed by a person: 1 of 1 line.`
  );
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
