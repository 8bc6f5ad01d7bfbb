import { expect, test } from 'vitest';
import { readingOf } from '../reading/testing/reading.js';
import { findActors } from './find-actors.js';
import { likeliestType } from './learned-types.js';
import { isListed } from './name-lists.js';

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

test('a rule that is sure stands: a body in the news that no list knows', () => {
  expect(typesIn('Corvin Bank raised its rate. "It had to," Corvin Bank said.')).toEqual({
    'Corvin Bank': 'organisation'
  });
});

test('the likeliest type takes its chance from all that is seen, and what was never learned says nothing', () => {
  const by = { always: [0, 0, 0, 0], seen: [0, 2, 0, 0] };
  expect(likeliestType(['seen', 'never learned'], by)[0]).toBe('organisation');
  expect(likeliestType(['seen'], by)[1]).toBeCloseTo(Math.E ** 2 / (Math.E ** 2 + 3));
  expect(likeliestType([], by)[1]).toBe(0.25);
});

test('lists know names whatever their case and accents', () => {
  expect(isListed('MÁLAGA', 'places')).toBe(true);
  expect(isListed('Málaga', 'firstNames', 'others')).toBe(false);
  expect(isListed('constructor', 'places', 'persons')).toBe(false);
});
