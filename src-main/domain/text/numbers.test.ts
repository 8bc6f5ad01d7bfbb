import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumbers } from './numbers.js';

test.each([
  ['1,600', [1600, 1.6], false],
  ['1.600', [1600, 1.6], false],
  ['1,600,000', [1_600_000], false],
  ['1.600.000,5', [1_600_000.5], false],
  ['1 600 000', [1_600_000], false],
  ['2.5 billion', [2.5e9], false],
  ['2.5bn', [2.5e9], false],
  ['80 %', [80], true],
  ['80 percent', [80], true],
  ['eighty per cent', [80], true],
  ['twenty-four', [24], false],
  ['three hundred and fifty', [350], false],
  ['two million', [2e6], false],
  ['2nd', [2], false],
  ['second', [2], false]
])('%s', (text, values, percent) => {
  expect(readNumbers(`of ${text} there`)).toMatchObject([{ words: text, values, percent }]);
});

test.each(['G7', 'F-16', 'COVID-19', 'someone', 'often', 'three-quarters', 'x86'])(
  '%s is no number',
  (text) => {
    expect(readNumbers(`of ${text} there`)).toEqual([]);
  }
);

test('a whole number is read however it is grouped', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.constantFrom(',', '.', ' ', '\u202F', ''), (n, mark) => {
      const written = String(n).replace(/\B(?=(\d{3})+$)/g, mark);
      expect(readNumbers(`about ${written} of them`)[0]?.values).toContain(n);
    })
  );
});
