/** Right to left: a paragraph's direction, and names that leave the order of the words around them alone. */
import { expect, test } from 'vitest';
import {
  hasOwnDirection,
  isolated,
  isolatedAmong,
  isolatedFromEachOther,
  running,
  runsFromRight
} from './direction.js';

test.each([
  ['السد سيفتح', true],
  ['12.5 מיליון, in English', true],
  ['English, ثم بالعربية', false],
  ['“الصحيفة”', true],
  ['2025', false],
  ['\u2068روسيا\u2069, Spain', false],
  ['\u200f\u2068Spain\u2069، روسيا', true],
  ['', false]
])('%j from right to left: %j', (text, is) => {
  expect(runsFromRight(text)).toBe(is);
});

test('a name is isolated only where that matters', () => {
  expect(isolated('The Daily')).toBe('The Daily');
  expect(isolated('الصحيفة')).toBe('\u2068الصحيفة\u2069');
  expect(isolatedFromEachOther(['The Daily', '2025'])).toEqual(['The Daily', '2025']);
  expect(isolatedFromEachOther(['الصحيفة', '2025'])).toEqual([
    '\u2068الصحيفة\u2069',
    '\u20682025\u2069'
  ]);
});

test('what stands isolated says nothing of the line that it is in', () => {
  expect(hasOwnDirection('\u2068Kyiv\u2069, 2025')).toBe(false);
  expect(hasOwnDirection('\u2068Kyiv\u2069 and others')).toBe(true);
});

test('among words from the right every name is isolated, and the line says how it runs', () => {
  expect(isolatedAmong('ltr', 'Kyiv')).toBe('Kyiv');
  const line = running('rtl', isolatedAmong('rtl', 'Kyiv'));
  expect(line).toBe('\u200f\u2068Kyiv\u2069');
  expect(runsFromRight(line)).toBe(true);
  expect([running('ltr', 'Kyiv'), running('rtl', '')]).toEqual(['Kyiv', '']);
});
