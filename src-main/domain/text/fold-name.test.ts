/** Names that people take for the same fold to the same; names that differ stay apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctNames, findNamed, foldName, NameIndex, sameName, shareName } from './fold-name.js';

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
  expect(sameName(one, other)).toBe(true);
  expect(distinctNames([one, other])).toEqual([one]);
});

test.each([
  ['Iran', 'Iraq'],
  ['कमल', 'कमाल'],
  ['J-Lo', 'J Lo'],
  ['US', 'U.S.']
])('%s and %s are two', (one, other) => {
  expect(sameName(one, other)).toBe(false);
  expect(distinctNames([one, other])).toEqual([one, other]);
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
    })
  );
});

test('an actor is found by its name or another that it goes by, however that is spelt', () => {
  const actors = [
    { name: 'Recep Tayyip Erdoğan', aliases: ['Erdoğan'] },
    { name: 'United States', aliases: ['US'] }
  ];
  const found = (name: string) => findNamed(actors, name)?.name;
  expect(['ERDOGAN', 'recep tayyip erdogan', 'United  States', 'ＵＳ'].map(found)).toEqual([
    'Recep Tayyip Erdoğan',
    'Recep Tayyip Erdoğan',
    'United States',
    'United States'
  ]);
  expect(['U', '', 'Erdoganı'].map(found)).toEqual([undefined, undefined, undefined]);
});

test('an index finds whom looking at one after the other finds', () => {
  const name = fc.constantFrom('Ann Lee', 'ANN LEE', 'Lee', 'Bo Ray', 'Ray', 'Erdoğan', 'Erdogan');
  const named = fc.record({ name, aliases: fc.array(name, { maxLength: 2 }) });
  fc.assert(
    fc.property(fc.array(named, { maxLength: 5 }), named, (all, wanted) => {
      expect(new NameIndex(all).find(wanted)).toBe(all.find((each) => shareName(each, wanted)));
    })
  );
});
