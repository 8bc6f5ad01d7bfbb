/** Protects that a stretch makes the one text of the other, and that one which does not fit is told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchBetween, withStretch } from './stretch.js';

const text = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.constantFrom('', 'aaaa', 'aabaa', '\uD83D\uDE00'.repeat(3))
);

test('a stretch makes the later text of the earlier one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(withStretch(before, stretchBetween(before, after))).toBe(after);
    })
  );
});

test('of a typed word it holds that word alone', () => {
  expect(stretchBetween('Kyiv waits.', 'Kyiv still waits.')).toEqual([5, 0, 'still ']);
});

test('one that reaches beyond the text fits nothing', () => {
  expect(withStretch('Kyiv', [3, 2, 'x'])).toBeNull();
  expect(withStretch('Kyiv', [-1, 0, 'x'])).toBeNull();
});
