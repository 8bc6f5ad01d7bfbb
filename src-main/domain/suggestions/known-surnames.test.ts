/** Protects that an article’s “Mayor Calloway” is the briefing’s Ines Calloway, and that no namesakes become one. */
import { expect, test } from 'vitest';
import { newActor } from '../briefing/entries.js';
import type { Draft } from './draft.js';
import { knownBySurname, withKnownSurnames } from './known-surnames.js';
import type { DraftActor } from './suggestion.js';
import { draft } from './testing/draft.js';

type Type = DraftActor['type'];

function drafted(...actors: readonly (readonly [name: string, type?: Type])[]): Draft {
  const [first] = draft.actors;
  return {
    ...draft,
    actors: actors.map(([name, type = 'person'], i) => ({
      ...first!,
      id: `a${i + 1}`,
      ...{ name, type, aliases: [], titles: ['Mayor'] }
    }))
  };
}

/** The names of a draft that says these, in a briefing with those. */
function names(made: Draft, actors: Parameters<typeof knownBySurname>[1]['actors']) {
  return withKnownSurnames(made, knownBySurname(made, { actors })).actors.map(({ name }) => name);
}

const ines = newActor('Ines Calloway', 'person');
const piet = newActor('Piet Haldane', 'person');
const alias = { ...newActor('I. M. Calloway-Brandt', 'person'), aliases: ['Calloway'] };

test.each([
  ['a surname', [['Calloway']], [ines, piet], ['Ines Calloway']],
  ['two surnames', [['Calloway'], ['Haldane']], [ines, piet], ['Ines Calloway', 'Piet Haldane']],
  ['of a kind not known', [['Haldane', 'unknown']], [ines, piet], ['Piet Haldane']],
  ['another case and accent', [['Callowáy']], [ines], ['Ines Calloway']],
  ['an alias', [['Calloway']], [alias], ['I. M. Calloway-Brandt']],
  ['with a particle', [['van Dijk']], [newActor('Jan van Dijk', 'person')], ['Jan van Dijk']],
  ['beside others', [['Calloway'], ['Bo Ray']], [ines], ['Ines Calloway', 'Bo Ray']],
  ['two of one surname', [['Calloway']], [ines, newActor('Tom Calloway', 'person')], ['Calloway']],
  ['one by name, one by alias', [['Calloway']], [ines, alias], ['Calloway']],
  [
    'another in the article',
    [['Calloway'], ['Tom Calloway']],
    [ines],
    ['Calloway', 'Tom Calloway']
  ],
  [
    'parted in the article',
    [['Calloway'], ['Ines Calloway']],
    [ines],
    ['Calloway', 'Ines Calloway']
  ],
  ['no person', [['Calloway']], [newActor('Port of Calloway', 'organisation')], ['Calloway']],
  ['a body of that name', [['Calloway']], [ines, newActor('Calloway', 'group')], ['Calloway']],
  ['a state', [['Haldane', 'state']], [piet], ['Haldane']],
  ['a full name', [['Tom Calloway']], [ines], ['Tom Calloway']],
  ['the end of a name', [['Way']], [ines], ['Way']],
  ['a first name', [['Ines']], [ines], ['Ines']],
  ['an initial more', [['Ines M. Calloway']], [ines], ['Ines Calloway']],
  [
    'an initial less',
    [['Ines Calloway']],
    [newActor('Ines M. Calloway', 'person')],
    ['Ines M. Calloway']
  ],
  ['another initial', [['Ines A. Day']], [newActor('Ines B. Day', 'person')], ['Ines A. Day']],
  [
    'two of one name but for initials',
    [['Ines Day']],
    [newActor('Ines A. Day', 'person'), newActor('Ines B. Day', 'person')],
    ['Ines Day']
  ],
  [
    'both in the article',
    [['Ines M. Calloway'], ['Ines Calloway']],
    [ines],
    ['Ines M. Calloway', 'Ines Calloway']
  ],
  ['initials first', [['I. Calloway']], [ines], ['I. Calloway']],
  ['an initial and a surname alone', [['J. B. Day']], [newActor('Day', 'person')], ['J. B. Day']]
] as const)('%s', (_, actors, known, expected) => {
  expect(names(drafted(...actors), known)).toEqual(expected);
});

test('what the article calls them stays as another name, which can be split off', () => {
  const made = drafted(['Calloway']);
  const known = withKnownSurnames(made, knownBySurname(made, { actors: [ines] }));
  expect(known.actors[0]).toMatchObject({ id: 'a1', aliases: ['Calloway'] });
});
