import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmptyQuery, parseQuery, type Query } from './query.js';

const term = (words: string, prefix = false) => ({ words: words.split(' '), prefix });

test.each<[string, Partial<Query>]>([
  ['Ceasefire Ukraíne', { terms: [term('ceasefire'), term('ukraine')] }],
  ['“no territorial” con*', { terms: [term('no territorial'), term('con', true)] }],
  ['"left open', { terms: [term('left open')] }],
  ['https://example.org', { terms: [term('https example org')] }]
])('%s', (text, expected) => {
  expect(parseQuery(text)).toMatchObject(expected);
});

test.each<[string, Partial<Query['filters']>]>([
  ['actor:Ukraine', { actor: [['ukraine']] }],
  ['Actor: "United States" x', { actor: [['united', 'states']] }],
  ['stance:opp', { stance: ['opposes'] }],
  ['stance:supports stance:conditional', { stance: ['supports', 'conditional'] }],
  ['kind:quote', { kind: ['annotation', 'card: quote'] }],
  ['date:2025-08', { date: [{ first: '2025-08-01', last: '2025-08-31' }] }],
  ['date:2014..2025-08-15', { date: [{ first: '2014-01-01', last: '2025-08-15' }] }],
  ['date:..2025', { date: [{ first: '0000-01-01', last: '2025-12-31' }] }]
])('%s', (text, filters) => {
  expect(parseQuery(text)).toMatchObject({ filters, complaints: [] });
});

test('the last word is a beginning while it is typed, and whole after a space', () => {
  expect(parseQuery('peace ta', { typing: true }).terms).toEqual([term('peace'), term('ta', true)]);
  expect(parseQuery('peace ta ', { typing: true }).terms).toEqual([term('peace'), term('ta')]);
  expect(parseQuery('"peace ta"', { typing: true }).terms).toEqual([term('peace ta')]);
});

test.each(['stance:maybe', 'kind:poem', 'date:yesterday', 'date:2025-13', 'date:..'])(
  '%s is told, and left out',
  (text) => {
    const query = parseQuery(text);
    expect(query.complaints).toEqual([expect.stringContaining(text.split(':')[0]!)]);
    expect(isEmptyQuery(query)).toBe(true);
  }
);

test('a filter without its value yet asks for nothing', () => {
  expect(isEmptyQuery(parseQuery('actor:', { typing: true }))).toBe(true);
});

test('every text has a meaning', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', ':', '*', ' ', 'actor:', 'date:', 'kind:', 'stance:', '..', '2025', 'a'),
    fc.string({ unit: 'grapheme', maxLength: 5 })
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, typing) => {
      const { terms } = parseQuery(pieces.join(''), { typing });
      for (const { words } of terms) expect(words.join('')).toMatch(/^[\p{L}\p{N}]+$/u);
    })
  );
});
