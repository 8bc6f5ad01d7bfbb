import { expect, test } from 'vitest';
import { readingOf } from '../reading/testing/reading.js';
import { findActors } from './find-actors.js';
import { likeliestType } from './learned-types.js';
import { isListed } from './name-lists.js';
import { kindOfNoun, kindOfVerb } from './word-kinds.js';

function typesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(findActors(readingOf(text)).map(({ name, type }) => [name, type]));
}

test('a name in a list of places or of persons is of that kind, named once and without a title', () => {
  const text = 'The talks were held in Groningen. Gorbachev lived in Tampa and in Bradenton.';
  expect(typesIn(text)).toEqual({
    Groningen: 'place',
    Gorbachev: 'person',
    Tampa: 'place',
    Bradenton: 'place'
  });
});

test('laws, awards, wars and games act for nobody', () => {
  const text =
    'Maria Okafor won the Stirling Prize after the Crimean War. The Special Marriage Act was passed before the Paralympic Games.';
  expect(typesIn(text)).toEqual({ 'Maria Okafor': 'person' });
});

test('what all mentions say together counts for each of them', () => {
  const text =
    'Sellick and Vorm met. Dana Sellick was late. "It is done," Sellick said. Vorm, who was born in Oslo, married Ada Brill.';
  expect(typesIn(text)).toMatchObject({ 'Dana Sellick': 'person', Vorm: 'person' });
});

test.each([
  [
    'a team by its city',
    'The Tampa Herons won the match. Nobody beat the Tampa Herons.',
    'Tampa Herons',
    'organisation'
  ],
  ['a lake', 'The ferry sank in Lake Vorlin. Nobody swims in Lake Vorlin.', 'Lake Vorlin', 'place'],
  [
    'a body of another language',
    'She left the Conservatoire de Lyon in 2004.',
    'Conservatoire de Lyon',
    'organisation'
  ],
  [
    'a body whose name ends like a last name',
    'The talks with Clear Air Vorlin ended.',
    'Clear Air Vorlin',
    'organisation'
  ],
  [
    'a union with the trade that it is of',
    'The Dockworkers’ Community Union left.',
    "Dockworkers' Community Union",
    'organisation'
  ],
  [
    'a body of two fields',
    'The National Oceanic and Atmospheric Administration warned of it.',
    'National Oceanic and Atmospheric Administration',
    'organisation'
  ],
  [
    'an academy of two fields',
    'He taught at the Royal Academy of Painting and Sculpture.',
    'Royal Academy of Painting and Sculpture',
    'organisation'
  ]
])('%s', (_, text, name, type) => {
  expect(typesIn(text)).toEqual({ [name]: type });
});

test.each([
  [
    'degrees and single letters',
    'Ada Brill got her Ph.D. in physics, and her IQ is high.',
    { 'Ada Brill': 'person' }
  ],
  [
    'what is short for small letters',
    'Ada Brill wants more foreign direct investment (FDI). She counts on FDI.',
    { 'Ada Brill': 'person' }
  ],
  [
    'a siege, and a war with its number',
    'Ada Brill wrote on the Siege of Vorlin and on World War II.',
    { 'Ada Brill': 'person' }
  ],
  ['a faith as an adjective', 'Ada Brill wrote on Muslim law.', { 'Ada Brill': 'person' }]
])('%s act for nobody', (_, text, expected) => {
  expect(typesIn(text)).toEqual(expected);
});

test('a person whom a storm is called like stays one', () => {
  const text = 'Hurricane Brill came. Ada Brill stayed, and Brill was sorry.';
  expect(typesIn(text)).toEqual({ 'Ada Brill': 'person' });
});

test('a people is a group', () => {
  expect(typesIn('Ada Brill met the Palestinians. Many Palestinians agreed.')).toMatchObject({
    Palestinians: 'group'
  });
});

test('what WordNet tells of words: plurals too, and nothing of names', () => {
  expect(kindOfNoun('Airlines')).toBe('artifact');
  expect(kindOfNoun('biologist')).toBe('person');
  expect(kindOfNoun('Aberdeen')).toBeNull();
  expect(kindOfNoun('constructor')).not.toBe('function');
  expect(kindOfVerb('run')).toBe('motion');
});

test('a rule that is sure stands: a body in the news that no list knows', () => {
  expect(typesIn('Corvin Bank raised its rate. "It had to," Corvin Bank said.')).toEqual({
    'Corvin Bank': 'organisation'
  });
});

test('the likeliest type takes its chance from all that is seen, and what was never learned says nothing', () => {
  const by = { always: [0, 0, 0, 0], seen: [0, 2, 0, 0] };
  expect(likeliestType(['seen', 'never learned'], { by })[0]).toBe('organisation');
  expect(likeliestType(['seen'], { by })[1]).toBeCloseTo(Math.E ** 2 / (Math.E ** 2 + 3));
  expect(likeliestType([], { by })[1]).toBe(0.25);
  const person = { always: [3, 0, 1, 0] };
  expect(likeliestType([], { by: person })[0]).toBe('person');
  expect(likeliestType([], { by: person, persons: false })[0]).toBe('place');
  expect(likeliestType([], { by: person, persons: false })[1]).toBeCloseTo(Math.E / (Math.E + 2));
});

test('lists know names whatever their case and accents', () => {
  expect(isListed('MÁLAGA', 'places')).toBe(true);
  expect(isListed('Málaga', 'firstNames', 'others')).toBe(false);
  expect(isListed('constructor', 'places', 'persons')).toBe(false);
});
