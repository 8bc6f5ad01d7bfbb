import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { findInTexts, maxMatches, type FindQuery } from './find-in-texts.js';

const plain: FindQuery = { words: '', isExpression: false, wholeWords: false, matchCase: false };

function found(texts: readonly string[], query: Partial<FindQuery>): string[] {
  return findInTexts(texts, { ...plain, ...query }).matches.map(
    ({ text, start, end }) => `${text}: ${texts[text]?.slice(start, end)}`
  );
}

describe('words are found', () => {
  test.each([
    ['in any case', { words: 'peace' }, ['0: Peace', '0: peace', '1: PEACE']],
    ['in their case', { words: 'peace', matchCase: true }, ['0: peace']],
    ['as whole words', { words: 'pea', wholeWords: true }, []],
    ['over a line break', { words: 'and peace' }, ['0: and\npeace', '1: and PEACE']],
    [
      'by an expression',
      { words: 'p\\w+ce|w.r', isExpression: true },
      ['0: Peace', '0: peace', '1: war', '1: PEACE']
    ],
    [
      'by an expression, whole',
      { words: 'p\\w+', isExpression: true, wholeWords: true },
      ['0: Peace', '0: peace', '1: PEACE']
    ],
    ['never as nothing', { words: 'x*', isExpression: true }, []],
    ['not before anything is written', { words: '' }, []]
  ] as const)('%s', (_, query, expected) => {
    expect(found(['Peace, and\npeace', 'war and PEACE.'], query)).toEqual(expected);
  });

  test.each([
    ['Arabic', 'السلام الآن', 'السلام'],
    ['with marks', 'cafe\u0301s cafe\u0301', 'cafe\u0301'],
    ['Hebrew', 'שלום שלומים', 'שלום']
  ])('as whole words in %s', (_, text, words) => {
    expect(found([text], { words, wholeWords: true })).toEqual([`0: ${words}`]);
  });

  test('with signs that mean something in an expression', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (words) => {
        const { matches } = findInTexts([`a${words}b`], { ...plain, words, matchCase: true });
        expect(matches.some(({ start }) => start <= 1)).toBe(true);
      }),
      { numRuns: bySize({ usual: 500, full: 5_000 }) }
    );
  });
});

test('more matches than anyone goes through are cut, and it says so', () => {
  const { matches, cut } = findInTexts(['a'.repeat(maxMatches + 1)], { ...plain, words: 'a' });
  expect([matches.length, cut]).toEqual([maxMatches, true]);
});

test('what is no expression throws', () => {
  expect(() => found(['a'], { words: '(', isExpression: true })).toThrow(SyntaxError);
  expect(() => found(['a'], { words: 'a)(b', isExpression: true, wholeWords: true })).toThrow(
    SyntaxError
  );
});
