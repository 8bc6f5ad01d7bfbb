import { expect, test } from 'vitest';
import { citationOf, quoteWithCitation } from './citation.js';
import type { Source } from './source.js';

const source = {
  author: 'A. Writer',
  title: 'Talks',
  publisher: 'The Paper',
  published: '2026-03-01',
  url: 'https://paper.example/1'
} as Source;

test.each([
  ['all that is known', {}, 'A. Writer, “Talks”, The Paper, 2026-03-01, https://paper.example/1'],
  ['only the title', { author: '', publisher: ' ', published: null, url: '' }, '“Talks”'],
  ['nothing', { author: '', title: '', publisher: '', published: null, url: '' }, '']
])('cites %s', (_, facts, expected) => {
  expect(citationOf({ ...source, ...facts })).toBe(expected);
});

test('words and source stand on one line each way', () => {
  expect(quoteWithCitation(' It was agreed ', 'Talks')).toBe('“It was agreed” — Talks');
  expect(quoteWithCitation('It was agreed', '')).toBe('“It was agreed”');
});
