import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuotations } from './passages.js';

test.each([
  ['He said “no” and «oui».', ['“no”', '«oui»']],
  ['„Nein“, “yes”', ['„Nein“', '“yes”']],
  ['"one" two "three"', ['"one"', '"three"']],
  ['“not closed\n“closed”', ['“closed”']],
  ['“outer «inner» outer”', ['“outer «inner» outer”']],
  ['‘it’s his’ and ‘so’', ['‘it’s his’', '‘so’']],
  ['rock’n’roll, o‘clock’', []],
  ['a " b', []]
])('%s', (text, quotations) => {
  const found = findQuotations(text, { single: true });
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(quotations);
});

/** Says the same by a regular expression, whose cost grows with the square of marks left open. */
const plain = /“[^”\n]*”|«[^»\n]*»|„[^“\n]*“|"[^"\n]*"|(?<!\p{L})‘[^‘\n]*?’(?!\p{L})/gu;

test('finds what a regular expression finds', () => {
  const parts = fc.constantFrom('“', '”', '«', '»', '„', '"', '‘', '’', '\n', 'a', ' ', '𝒶', '.');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), (all) => {
      const text = all.join('');
      const expected = [...text.matchAll(plain)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length
      }));
      expect(findQuotations(text, { single: true })).toEqual(expected);
    })
  );
});
