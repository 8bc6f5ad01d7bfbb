/** Protects that changes which lie apart merge as they do word by word. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeWords } from '../merge/merge-words.js';
import { mergeApart } from './apart.js';

const words = fc.constantFrom('Kyiv', 'Moscow', 'Berlin', 'waits.', 'refuses', 'the', 'offer.');
const line = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));

test('what lies apart is as merged by words, and loses nothing', () => {
  let apart = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { minLength: 3, maxLength: 6 }),
      fc.nat(5),
      fc.nat(5),
      (lines, a, b) => {
        const text = (at: number, word: string) =>
          lines.map((each, n) => (n === at % lines.length ? `${each} ${word}` : each)).join('\n');
        const [was, now, current] = [lines.join('\n'), text(a, 'anew'), text(b, 'besides')];
        const merged = mergeApart(was, now, current);
        if (merged === null) return;
        apart += 1;
        expect(merged).toContain('anew');
        expect(merged).toContain('besides');
        expect(mergeWords(was, now, current, false, 1_000)).toEqual({ text: merged, lost: [] });
      }
    )
  );
  expect(apart).toBeGreaterThan(10);
});

test('what stands in one line is not apart, nor what was cut with the line', () => {
  expect(mergeApart('one two three', 'one 2 three', 'one two 3')).toBeNull();
  expect(mergeApart('one\ntwo\nthree', 'one\nthree', 'one\nZWEI\nthree')).toBeNull();
});
