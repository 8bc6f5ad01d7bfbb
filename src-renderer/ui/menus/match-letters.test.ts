import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findByLetters, scoreLetters } from './match-letters.js';

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
