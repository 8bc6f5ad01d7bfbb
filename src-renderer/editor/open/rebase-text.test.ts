import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesOf } from '../../../src-main/domain/anchoring/stretches.js';
import { rebaseWords } from './rebase-text.js';

test.each([
  ['apart', 'One two three.', 'One 2 three.', 'One two three four.', 'One 2 three four.'],
  [
    'at one place',
    'It opens.',
    'It opens. They left.',
    'It opens. Rain.',
    'It opens. They left. Rain.'
  ],
  ['in one word, at two places', 'port', 'ports', 'airport', 'airports'],
  ['in several places', 'a b c d e', 'A b c d E', 'a b C d e', 'A b C d E'],
  ['the same', 'a b', 'a c', 'a c', 'a c'],
  ['the same and more', 'a b', 'a c', 'x a c', 'x a c'],
  ['the same words', 'The port opens.', 'The port shuts.', 'The port closed.', null],
  ['within what was removed', 'one two three', 'one three', 'one two! three', null]
])('what both changed %s', (_, from, to, onto, together) => {
  expect(rebaseWords(onto, from, to)).toBe(together);
});

test('what was put in by both is there, each whole', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '😀', '\n', 'port'), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.nat(12), fc.nat(12), (base, one, other) => {
      const put = (at: number, what: string) =>
        [...base.slice(0, at), what, ...base.slice(at)].join('');
      const from = base.join('');
      const [ours, theirs] = [put(one, '<ours>'), put(other, '<theirs>')];
      const together = rebaseWords(ours, from, theirs);
      expect(together?.replace('<ours>', '').replace('<theirs>', '')).toBe(from);
      expect(together).toContain('<ours>');
      expect(together).toContain('<theirs>');
    })
  );
});

test('the stretches lead from one text to the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b ', 'c.', ' 😀', '\n'), { maxLength: 15 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const made = stretchesOf(before, after).reduceRight(
        (now, { at, until, text: put }) => now.slice(0, at) + put + now.slice(until),
        before
      );
      expect(made).toBe(after);
    })
  );
});
