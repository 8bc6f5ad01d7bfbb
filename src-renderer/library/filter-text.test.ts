import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../src-main/domain/search/query.js';
import { filterIn, withFilter } from './filter-text.js';

test.each([
  ['', 'actor', 'Ukraine', 'actor:Ukraine '],
  ['talks', 'actor', 'United States', 'talks actor:"United States" '],
  ['actor:"United States" talks', 'actor', 'Ukraine', 'talks actor:Ukraine '],
  ['talks tag:x stance:opposes', 'tag', '', 'talks stance:opposes']
] as const)('“%s” with %s “%s” is “%s”', (query, name, value, expected) => {
  expect(withFilter(query, name, value)).toBe(expected);
});

test('what is written is read again, and nothing else of the query changes', () => {
  const word = fc.constantFrom('talks', '"a phrase"', 'tag:x', 'begin*');
  const value = fc.array(fc.constantFrom('Ukraine', 'É', '7', '東京'), {
    minLength: 1,
    maxLength: 3
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), value, (words, values) => {
      const query = words.join(' ');
      const name = values.join(' ');
      const filtered = withFilter(query, 'actor', name);
      expect(filterIn(filtered, 'actor')).toBe(name);
      const { terms, filters } = parseQuery(filtered);
      expect(terms).toEqual(parseQuery(query).terms);
      expect(filters.tag).toEqual(parseQuery(query).filters.tag);
      expect(withFilter(filtered, 'actor', '')).toBe(query);
    })
  );
});
