import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findByLetters, scoreLetters, findByLetter } from './find-entries.js';

const names = ['Export PDF…', 'Expert view', 'Go between text and margin', 'Économie'];

function find(query: string): readonly string[] {
  return findByLetters(query, names, (name) => name);
}

it.each([
  ['the beginnings of words beat letters in their middle', 'ep', 'Export PDF…'],
  ['letters in order, anywhere', 'gbm', 'Go between text and margin'],
  ['without accents', 'econ', 'Économie'],
  ['with accents and capitals', 'ÉCON', 'Économie']
])('finds first: %s', (_what, query, name) => {
  expect(find(query)[0]).toBe(name);
});

it('leaves out a name that lacks a letter', () => {
  expect(find('xyz')).toEqual([]);
  expect(scoreLetters('fdp', 'PDF')).toBeNull();
});

it('finds every name by any of its letters, in order', () => {
  const letter = fc.constantFrom('a', 'b', 'É', 'я', ' ', '-', '🙂');
  fc.assert(
    fc.property(fc.array(fc.tuple(letter, fc.boolean())), (letters) => {
      const name = letters.map(([l]) => l).join('');
      const query = letters.map(([l, typed]) => (typed ? l : '')).join('');
      expect(scoreLetters(query, name)).not.toBeNull();
    })
  );
});

it('keeps the given order for an empty query', () => {
  expect(find(' ')).toEqual(names);
});

const items = ['Source', 'Éditer', 'Show', 'Export'].map((label) => ({ id: label, label }));

it.each([
  ['from none', -1, 's', 0],
  ['the next with the same letter', 0, 's', 2],
  ['round the end', 2, 's', 0],
  ['whatever the case and the accent', 0, 'E', 1],
  ['an accent as the plain letter', 1, 'É', 3],
  ['nothing', 0, 'x', null]
])('finds by letter: %s', (_what, from, letter, index) => {
  expect(findByLetter(items, from, letter)).toBe(index);
});
