/** The passages shown side by side are the same words in both texts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchWords } from '../search/words.js';
import { runLength } from './runs-of-words.js';
import { sharedPassages } from './shared-passages.js';

const one = `A strike has shut both lines of the airport railway. Guards want lights on the track bed.
No talks were planned for Tuesday, said the operator.`;
const other = `Update. Guards want lights on the track bed! Since Monday A STRIKE has shut both lines of the
airport railway, and nobody knows for how long.`;

test('passages come in the order of the first text, as long as both go on', () => {
  const told = sharedPassages(one, other).map((passage) => [
    one.slice(passage.one.start, passage.one.end),
    other.slice(passage.other.start, passage.other.end).replace('\n', ' '),
    passage.words
  ]);
  expect(told).toEqual([
    [
      'A strike has shut both lines of the airport railway',
      'A STRIKE has shut both lines of the airport railway',
      10
    ],
    ['Guards want lights on the track bed', 'Guards want lights on the track bed', 7]
  ]);
});

test('a quotation alone is not one', () => {
  const quote = '“We were told of it an hour before the doors were to open.”';
  // Of a text that is hardly more than a quotation all words count.
  const long = `${one} ${one.toUpperCase().split(' ').reverse().join(' ')}`;
  const [a, b] = [`${long} ${quote}`, `${other} ${quote}`];
  const quoted = sharedPassages(a, b).filter(({ one: at }) => a.slice(at.start).startsWith('We'));
  expect(quoted).toEqual([]);
});

test('both sides are the same words, and no word of the first text is shown twice', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'É', '“', '”', '.', '漢'), { maxLength: 60 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (a, b) => {
      let end = 0;
      for (const { one: here, other: there, words } of sharedPassages(a, b)) {
        const same = searchWords(a.slice(here.start, here.end));
        expect(searchWords(b.slice(there.start, there.end))).toEqual(same);
        expect(same.length).toBe(words);
        expect(words).toBeGreaterThanOrEqual(runLength);
        expect(here.start).toBeGreaterThanOrEqual(end);
        end = here.end;
      }
    })
  );
});
