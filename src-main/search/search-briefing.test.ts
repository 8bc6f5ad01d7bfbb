import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newActor } from '../domain/actor.js';
import { type Briefing, emptyBriefing } from '../domain/briefing.js';
import { newId } from '../domain/id.js';
import { wordsOf } from './fold.js';
import { searchBriefing } from './search-briefing.js';

const briefing: Briefing = {
  ...emptyBriefing('Gipfel in Zürich'),
  bottomLine: 'No ceasefire was agreed.',
  tags: ['diplomacy'],
  cards: [
    { id: newId(), kind: 'fact', heading: 'Straße der Einheit', body: 'x '.repeat(200) + 'Élysée' }
  ],
  actors: [{ ...newActor('Ukraine', 'state'), aliases: ['Kyiv'] }]
};

const find = (query: string) => searchBriefing(briefing, wordsOf(query));

describe('search', () => {
  test.each([
    ['zurich', 'title'],
    ['GIPFEL', 'title'],
    ['ceasefire', 'bottom line'],
    ['diplomacy', 'tag'],
    ['strasse', 'heading'],
    ['kyiv', 'actor'],
    ['elysee', 'card'],
    ['ceasefire zürich', 'title'],
    ['agre', 'bottom line']
  ])('%s is found in the %s', (query, place) => {
    expect(find(query)).toMatchObject({ place });
  });

  test.each(['moscow', 'ceasefire moscow'])('%s is not found', (query) => {
    expect(find(query)).toBeNull();
  });

  test('a find in the title ranks above all others', () => {
    expect(find('zurich')!.rank).toBeGreaterThan(find('ceasefire diplomacy strasse kyiv')!.rank);
  });

  test('the snippet holds the find, on one line, and says where it is cut', () => {
    expect(find('elysee')!.snippet).toMatch(/^… (x )+Élysée$/);
    expect(find('agreed')!.snippet).toBe('No ceasefire was agreed.');
  });

  test('every word of a text is found in it, and its snippet cuts no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
        for (const word of wordsOf(title)) {
          const hit = searchBriefing(emptyBriefing(title), [word]);
          expect(hit?.snippet).not.toMatch(/\p{Surrogate}/u);
          expect(hit).not.toBeNull();
        }
      })
    );
  });
});
