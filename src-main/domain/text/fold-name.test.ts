/** Names that people take for the same fold to the same; names that differ stay apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from './fold-name.js';

test.each([
  ['Recep Tayyip Erdoğan', 'recep tayyip erdogan'],
  ['Kılıçdaroğlu', 'KILICDAROGLU'],
  ['Lech Wałęsa', 'Lech Walesa'],
  ['Søren Æbelø', 'Soren Aebelo'],
  ['Straße', 'STRASSE'],
  ['  United \n States ', 'united states'],
  ['United\u00a0States', 'United States'],
  ['ＵＮ', 'UN'],
  ['O’Brien', "O'Brien"],
  ['Зеленський', 'ЗЕЛЕНСЬКИЙ'],
  ['مُحَمَّد', 'محمد'],
  ['André', 'Andre\u0301']
])('%s and %s are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

test.each([
  ['Iran', 'Iraq'],
  ['कमल', 'कमाल'],
  ['J-Lo', 'J Lo'],
  ['US', 'U.S.']
])('%s and %s are two', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
    })
  );
});
