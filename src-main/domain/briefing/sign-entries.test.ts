/** Protects that every entry says who recorded it, and that nobody is given the words of another. */
import { expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { newAnnotation } from './annotation.js';
import { type Briefing, emptyBriefing } from './briefing.js';
import { newActor, newCard } from './entries.js';
import { signNewEntries } from './sign-entries.js';

const by = { name: 'An analyst', device: 'one' };
const other = { name: 'A colleague', device: 'two' };
const moment = '2025-08-17T00:00:00Z';
const selectors = { quote: { exact: 'words', prefix: '', suffix: '' }, position: null };
const note = newAnnotation({ type: 'card', id: newId(), selectors }, moment);
const reply = (words: string) => ({
  id: newId(),
  note: words,
  createdAt: moment,
  modifiedAt: moment,
  by: null
});
const before: Briefing = {
  ...emptyBriefing('', new Date(0)),
  cards: [newCard('fact', { heading: 'Of old' })],
  annotations: [{ ...note, replies: [reply('Of old')] }]
};

test('new entries get their author, in every list', () => {
  const after = {
    ...before,
    cards: [...before.cards, newCard('note')],
    actors: [newActor('Mara', 'person')]
  };
  const signed = signNewEntries(before, after, by);
  expect(signed.cards.map((card) => card.by)).toEqual([null, by]);
  expect(signed.actors[0]?.by).toEqual(by);
});

test('what was there keeps its author, also when its words change', () => {
  const [card] = before.cards;
  const after = { ...before, cards: [{ ...card!, heading: 'Newer' }] };
  expect(signNewEntries(before, after, by)).toBe(after);
});

test('what comes signed by another stays theirs', () => {
  const after = { ...before, cards: [...before.cards, newCard('note', { by: other })] };
  expect(signNewEntries(before, after, by).cards[1]?.by).toEqual(other);
});

test('a reply is signed by who wrote it, on an annotation of somebody else', () => {
  const [first] = before.annotations;
  const answered = { ...first!, replies: [...first!.replies, reply('New')] };
  const signed = signNewEntries(before, { ...before, annotations: [answered] }, by);
  expect(signed.annotations[0]?.by).toBeNull();
  expect(signed.annotations[0]?.replies.map((each) => each.by)).toEqual([null, by]);
});

test('nothing new, nothing changed', () => {
  expect(signNewEntries(before, before, by)).toBe(before);
});
