/** Protects that a person is told what others did, and what of it is left to settle, in true numbers. */
import { expect, test } from 'vitest';
import { settleClash } from '../../../src-main/domain/merge/settle-clash.js';
import { mergeBriefings } from '../../../src-main/domain/merge/merge-briefings.js';
import type { Position } from '../../../src-main/domain/briefing/entries.js';
import {
  idOf,
  positionOf,
  startingBriefing
} from '../../../src-main/domain/merge/testing/edits.js';
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
    'Ben changed 1 card. 1 difference to decide: see “To decide” in New.'
  );
});

test('who settles it has deleted no card', () => {
  const card = apart.cards.find(({ clash }) => clash)!;
  expect(inWords(apart, settleClash(apart, card.id, 'stands'))).toBe('Ben decided 1 difference.');
});

test('a cell in which two recorded different positions apart is told as contested, and as decided', () => {
  const [actor, issue] = [start.actors[0]!.id, start.issues[0]!.id];
  const entry = (digit: number, more: Partial<Position> = {}) =>
    positionOf(idOf('Q', digit), { actor, issue, stance: 'conditional', condition: 'a', ...more });
  const first = entry(1);
  const mine = entry(2, { condition: 'b', supersedes: [first.id] });
  const theirs = entry(3, { condition: 'c', supersedes: [first.id] });
  const having = (...positions: readonly Position[]) => ({ ...start, positions });
  const here = having(first, mine);
  const { briefing } = mergeBriefings(having(first), here, having(first, theirs));
  expect(inWords(here, briefing)).toMatch(
    /^Ben added 1 position.*\. 1 contested cell to decide: see “To decide” in New\.$/
  );
  const third = entry(4, { supersedes: [mine.id, theirs.id] });
  const settled = { ...briefing, positions: [...briefing.positions, third] };
  expect(inWords(briefing, settled)).toBe('Ben added 1 position and decided 1 contested cell.');
  const both = mergeBriefings(
    { ...start, positions: [first] },
    { ...withBody('Kyiv weighs it.', '10'), positions: here.positions },
    { ...withBody('Kyiv accepts it.', '11'), positions: [first, theirs] }
  ).briefing;
  expect(
    inWords({ ...withBody('Kyiv weighs it.', '10'), positions: here.positions }, both)
  ).toMatch(/\. 1 difference and 1 contested cell to decide: see “To decide” in New\.$/);
});

test('of one who wrote nothing else the briefing is changed', () => {
  expect(inWords(start, { ...start, title: 'Another' })).toBe('Ben changed the title.');
});
