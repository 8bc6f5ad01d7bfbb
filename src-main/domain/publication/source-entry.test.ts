/** Protects what a list of sources tells of each, and that nothing unknown is told. */
import { expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { newSource, type Source } from '../briefing/source.js';
import { en } from '../terms/printed/en.js';
import { sourceEntry } from './source-entry.js';

const hash = 'a'.repeat(64);
const bare = newSource({ text: hash, importedAt: '2025-08-17T00:00:00.000Z' });
const entryOf = (source: Source) => sourceEntry({ sources: [source], origins: [] }, source, en);

test('of a source of which nothing is known, and which nobody graded, nothing is told', () => {
  const entry = entryOf(bare);
  expect(entry).toEqual({
    title: 'Untitled source',
    madeBy: [],
    address: '',
    grade: '',
    gradeInWords: '',
    handling: [],
    unnamed: '',
    origin: ''
  });
});

test('all that is known is told, in an order that stays', () => {
  const origin = { id: newId(), name: 'AFP', by: null };
  const source: Source = {
    ...bare,
    title: 'Talks',
    author: 'A. Writer',
    publisher: 'The Daily',
    published: '2025-08',
    url: 'https://example.org/talks',
    accessed: '2025-08-16',
    language: 'de',
    original: { hash, name: 'talks.pdf', bytes: 1_234_567, mediaType: 'application/pdf' },
    unnamedPeople: ' two officials briefed on the talks ',
    origin: origin.id
  };
  const other = { ...bare, id: newId(), origin: origin.id };
  const entry = sourceEntry({ sources: [source, other], origins: [origin] }, source, en);
  expect(entryOf({ ...bare, reliability: 'B', credibility: '6' })).toMatchObject({
    grade: 'B6',
    gradeInWords: 'usually reliable; truth cannot be judged'
  });
  expect(entry.madeBy).toEqual(['A. Writer', 'The Daily', 'August 2025']);
  expect([...entry.handling, entry.unnamed, entry.origin]).toEqual([
    'Read at its address on 16 August 2025',
    'In German',
    'Original kept: talks.pdf, 1.2 MB',
    'People it does not name: two officials briefed on the talks',
    'Of one origin (AFP) with source 2'
  ]);
});

test.each([
  ['2025-08', 'Read at its address in August 2025'],
  ['2025', 'Read at its address in 2025']
])('of an access in %s no day is made up', (accessed, words) => {
  expect(entryOf({ ...bare, accessed }).handling).toEqual([words]);
});

test('a tag that names no language is told as it is', () => {
  expect(entryOf({ ...bare, language: 'x!' }).handling).toEqual(['x!']);
});

test('names that run from right to left are kept apart from the words around them', () => {
  const entry = entryOf({ ...bare, unnamedPeople: 'مسؤولان مطلعان' });
  expect(entry.unnamed).toBe('People it does not name: \u2068مسؤولان مطلعان\u2069');
});
