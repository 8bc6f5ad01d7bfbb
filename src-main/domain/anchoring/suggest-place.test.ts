import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe } from './locate.js';
import { suggestPlace } from './suggest-place.js';

const before =
  'The ministry said on Monday that the northern port would reopen in June. Two lines booked.';
const words = 'the northern port would reopen';
const at = before.indexOf(words);
const { quote } = describe(before, at, at + words.length);

test.each([
  ['other words', before.replace(words, 'all trains run again'), 'all trains run again'],
  ['nothing', before.replace(` ${words}`, ''), null],
  [
    'other words, and what stood around it moved down',
    `First, the weather. ${before.replace(words, 'no ship sails')}`,
    'no ship sails'
  ],
  ['a text of which nothing is left', 'Nothing at all.', null]
])('where a quote was replaced by %s', (_, after, expected) => {
  const { range } = suggestPlace(after, quote, at);
  expect(range && after.slice(range.start, range.end)).toBe(expected);
});

test('words at the very end, before a full stop, are told by the edge', () => {
  const text = 'Offer and refusal rest on one set of unnamed sources.';
  const start = text.indexOf('one set');
  const last = describe(text, start, text.length - 1).quote;
  const now = 'Offer and refusal rest on three ministers.';
  const { range } = suggestPlace(now, last, start);
  expect(range && now.slice(range.start, range.end)).toBe('three ministers');
});

test('the place lies in the text, and a range holds words', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀'), maxLength: 60 });
  fc.assert(
    fc.property(texts, texts, fc.nat(80), fc.nat(80), (old, now, from, length) => {
      const text = `x${old}`;
      const start = from % text.length;
      const end = Math.min(text.length, start + 1 + length);
      const { place, range } = suggestPlace(now, describe(text, start, end).quote, from);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(now.length);
      if (range) expect(now.slice(range.start, range.end).trim()).not.toBe('');
    })
  );
});
