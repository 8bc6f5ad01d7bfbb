/** Protects what somebody wrote into a note of a difference, or marked in it, from the note that would take its place. */
import { expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { type Card, newCard } from '../briefing/entries.js';
import { clashCard } from './clash-card.js';
import { joinNotes } from './join-notes.js';
import { idOf } from './testing/edits.js';

const card = newCard('note', { id: idOf('C', 1), body: 'The port shuts.' });
const briefing: Briefing = { ...emptyBriefing('Port', new Date(0)), cards: [card] };

function noteOf(words: string): Card {
  const was = 'The port opens.';
  const clash = { field: 'body', path: 'body', side: 'earlier', was, lost: words } as const;
  const both = { stands: card.body, instead: words };
  return clashCard({ ...clash, ...both, list: 'cards', entry: card }, briefing);
}

const [earlier, note] = [noteOf('The port burns.'), noteOf('The port sinks.')];
const held: Briefing = { ...briefing, cards: [card, earlier] };

test('one note stands for two of the same place', () => {
  const { made, replaced } = joinNotes(held, [note]);
  expect(made).toHaveLength(1);
  expect(made[0]?.body).toContain('The port burns.\n\nThe port sinks.');
  expect(new Set(replaced)).toEqual(new Set([note.id, earlier.id]));
});

test('a note that is not saved yet and in which somebody has written stays as it is', () => {
  const written = { ...note, body: `${note.body}\n\nI ask her.` };
  expect(joinNotes(held, [written])).toEqual({ made: [written], replaced: [] });
});

test('so does one in which somebody has marked words', () => {
  const selectors = { quote: { exact: 'sinks', prefix: '', suffix: '' }, position: null };
  const target = { type: 'card', id: note.id, selectors } as const;
  const annotation = newAnnotation(target, '2025-08-18T10:00:00.000Z');
  const marked = { ...held, annotations: [annotation] };
  expect(joinNotes(marked, [note])).toEqual({ made: [note], replaced: [] });
});
