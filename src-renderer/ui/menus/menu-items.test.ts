import { expect, it } from 'vitest';
import { findByLetter } from './menu-items.js';

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
