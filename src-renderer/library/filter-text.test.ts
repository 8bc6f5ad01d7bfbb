import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../src-main/domain/search/query.js';
import { completePart, filterIn, partAt, withFilter } from './filter-text.js';

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

test.each([
  ['actor:|', 'actor', ''],
  ['talks actor:uk|', 'actor', 'uk'],
  ['issue:"a cease| talks', 'issue', 'a cease'],
  ['actor:u|kr stance:opposes', 'actor', 'u'],
  ['stance:opposes tag:"black sea|"', 'tag', 'black sea'],
  ['act|or:ukr', null, null],
  ['actor:"United States"|', null, null],
  ['actor:Ukraine |', null, null],
  ['factor:uk|', null, null],
  ['stance:opp|', null, null]
] as const)('at the caret of “%s” “%s” is completed from “%s”', (marked, name, typed) => {
  const caret = marked.indexOf('|');
  const part = partAt(marked.replace('|', ''), caret);
  expect(part && [part.name, part.typed]).toEqual(name && [name, typed]);
});

test('what is picked stands in the place of what was typed, and the caret after it', () => {
  const query = 'stance:opposes actor:uni talks';
  const part = partAt(query, 'stance:opposes actor:un'.length)!;
  const done = completePart(query, part, 'United States');
  expect(done.query).toBe('stance:opposes actor:"United States" talks');
  expect(done.query.slice(0, done.caret)).toBe('stance:opposes actor:"United States" ');
  expect(parseQuery(done.query).filters.actor).toEqual([['united', 'states']]);
});
