import { expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import { newCard } from '../briefing/entries.js';
import { confirmLine } from '../briefing/reviewed.js';
import { newSource } from '../briefing/source.js';
import { composePublication } from './publication.js';

const moment = '2025-08-17T09:00:00Z';
const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const texts = {
  [first]:
    'Bridge closed\n\nThe council closed the bridge.\n\nMayor Reed said that it was not safe.',
  [second]: 'Traders protest\n\nThe traders will go to court over it.'
};
const sources = [first, second].map((text) => newSource({ text, importedAt: moment }));
const lines =
  '- **Joan Reed:** Mayor Reed said that it was not safe.\n- The council closed the bridge.';

function briefing(reviewed: boolean, count = 1) {
  return {
    ...emptyBriefing('Bridge', new Date(moment)),
    bottomLine: 'The council closed the bridge.',
    bottomLineReviewed: reviewed,
    cards: [newCard('position', { heading: 'Who says what', body: lines, reviewed })],
    sources: sources.slice(0, count)
  };
}

test('a document counts its unreviewed parts, marks each, and tells where its lines stand', () => {
  const { unreviewed, cards } = composePublication(briefing(false), texts);
  expect(unreviewed).toBe(
    'Draft, not reviewed. 3 parts are unreviewed: a draft made them, and nobody has confirmed them.'
  );
  expect(cards.map(({ kicker }) => kicker)).toEqual(['position · unreviewed · ¶3, ¶2']);
});

test('a card of which some lines are confirmed tells which are not', () => {
  const whole = briefing(false);
  const [card] = whole.cards;
  const { cards, unreviewed } = composePublication(confirmLine(whole, card!.id, 0), texts);
  expect(cards[0]?.kicker).toBe('position · line 2 of 2 unreviewed · ¶3, ¶2');
  expect(unreviewed).toContain('2 parts are unreviewed');
});

test('what is confirmed says nothing of it, and keeps the places of its lines', () => {
  const { unreviewed, cards } = composePublication(briefing(true), texts);
  expect([unreviewed, cards[0]?.kicker]).toEqual(['', 'position · ¶3, ¶2']);
});

test('of several sources the number is told, too', () => {
  const whole = briefing(true, 2);
  const body = `${lines}\n- The traders will go to court over it.`;
  const { cards } = composePublication({ ...whole, cards: [newCard('fact', { body })] }, texts);
  expect(cards[0]?.kicker).toBe('fact · 1 ¶3, 1 ¶2, 2 ¶2');
});

test('a card of prose has its kind alone', () => {
  const cards = [newCard('note', { body: 'The council closed the bridge. So be it.' })];
  expect(composePublication({ ...briefing(true), cards }, texts).cards[0]?.kicker).toBe('note');
});
