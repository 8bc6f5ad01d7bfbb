import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords } from './word-diff.js';

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind])
    .join('');

describe('a word diff', () => {
  test.each([
    ['the same', 'a ceasefire', 'a ceasefire', 'a ceasefire'],
    ['a word replaced', 'a ceasefire first', 'a treaty first', 'a [-ceasefire-]{+treaty+} first'],
    ['a word added', 'wants peace', 'wants a peace', 'wants {+a +}peace'],
    ['nothing before', '', 'new words', '{+new words+}'],
    ['nothing after', 'old words', '', '[-old words-]'],
    ['nothing at all', '', '', '']
  ])('%s', (_what, before, after, pieces) => {
    expect(shown(before, after)).toBe(pieces);
  });

  const words = fc
    .array(fc.constantFrom('peace', 'war', ' ', '\n', '. ', 'é', '𝒳', 'سلام', '“'))
    .map((all) => all.join(''));

  test('its pieces join to both wordings', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (before, after) => {
        const pieces = diffWords(before, after);
        const joined = (other: string) =>
          pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
        expect(joined('added')).toBe(before);
        expect(joined('removed')).toBe(after);
        expect(pieces.every(({ text }) => text !== '')).toBe(true);
      })
    );
  });

  test('texts without a word in common are one replacement, between their common ends', () => {
    const many = (word: string) => Array.from({ length: 4_000 }, (_, i) => `${word}${i}`).join(' ');
    const before = `Begin. ${many('a')} End.`;
    const after = `Begin. ${many('b')} End.`;
    expect(diffWords(before, after).map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'added',
      'same'
    ]);
  });
});
