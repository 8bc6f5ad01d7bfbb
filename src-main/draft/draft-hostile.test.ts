/**
 * Texts that were made to break a drafter: each gives a valid draft, and none takes so long
 * that the test's time limit ends it.
 */
import { expect, test } from 'vitest';
import { bySize, isFullSize } from '../../scripts/testing/by-size.mjs';
import { Draft } from '../domain/suggestions/draft.js';
import { draftArticle } from './draft-article.js';

const units = [
  '"',
  "'",
  '“',
  '”',
  '‘',
  "''",
  '“‘',
  '« ',
  'said ',
  'he said that ',
  '“a” he said ',
  'Smith ',
  'Mr. ',
  'the president ',
  'he ',
  '1,000 ',
  '1',
  '5% ',
  'March ',
  '3 March 2015 ',
  '.',
  ', ',
  '\0',
  '\ud800',
  '\udc00',
  'abcdefghij',
  'Smith and Jones of ',
  'of the ',
  'according to Smith, ',
  '👨‍👩‍👧 ',
  "Smith's ",
  'well-',
  '(',
  'reportedly ',
  'Trump has changed his mind. ',
  'a said b.\n\n',
  'A: b ',
  'was told by the man that ',
  'European leaders ',
  '|a|b',
  '\t',
  'a\r\n',
  '\u2028',
  '—',
  'half of ',
  'if it would ',
  '\u202e',
  're\u0301 ',
  '\ufeff',
  '# a\n',
  '```\n',
  '- a\n'
];
const sizes = bySize({ usual: [2_000], full: [10, 1_000, 10_000, 100_000] });

/** Each unit alone and with a neighbour, at each size. */
function* hostileTexts(): Generator<string> {
  for (const size of sizes) {
    for (const [i, unit] of units.entries()) {
      const pair = unit + (units[(i * 7 + 3) % units.length] ?? '');
      for (const part of isFullSize ? [unit, pair] : [unit]) {
        yield part.repeat(Math.ceil(size / part.length)).slice(0, size);
      }
    }
  }
  if (isFullSize) yield 'word '.repeat(1_000_000);
}

test('a valid draft of whatever comes', () => {
  let tried = 0;
  for (const text of hostileTexts()) {
    const name = tried % 2 ? 'a.md' : 'a.txt';
    const format = tried % 2 ? 'markdown' : 'text';
    const draft = draftArticle({ name, format, text, sha256: '0'.repeat(64) }, { asEnglish: true });
    expect(Draft.safeParse(draft).error).toBeUndefined();
    tried++;
  }
  expect(tried).toBeGreaterThanOrEqual(bySize({ usual: 50, full: 400 }));
});
