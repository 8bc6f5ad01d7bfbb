/** Protects what others changed in an entry while a form of it was open. */
import { expect, test } from 'vitest';
import { editedFields } from './edited-fields.js';

const begun = { title: 'Opens', date: '2026-11', actors: ['a', 'b'], note: '' };

test('only what was changed in the form is changed in the entry', () => {
  const now = { ...begun, date: '2026-12', note: 'Theirs' };
  expect(editedFields(now, begun, { ...begun, title: 'Closes' })).toEqual({
    ...now,
    title: 'Closes'
  });
  expect(editedFields(now, begun, begun)).toEqual(now);
});

test('of a list what was put in and taken out, beside what others did to it', () => {
  const now = { ...begun, actors: ['b', 'a', 'c'] };
  const actorsBy = (actors: readonly string[]) =>
    editedFields(now, begun, { ...begun, actors: [...actors] }).actors;
  expect(actorsBy(['a', 'b', 'd'])).toEqual(['b', 'a', 'c', 'd']);
  expect(actorsBy(['b'])).toEqual(['b', 'c']);
  expect(actorsBy(['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
});

test('where both changed a field, the form stands', () => {
  expect(
    editedFields({ ...begun, title: 'Theirs' }, begun, { ...begun, title: 'Mine' }).title
  ).toBe('Mine');
});
