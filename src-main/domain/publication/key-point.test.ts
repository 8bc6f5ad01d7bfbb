/** The brief says what the author wrote, or whole sentences of the card: never a part of one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyPointOf } from './key-point.js';

const list =
  'He named two:\n\n1. the **front lines** are frozen\n2. Donetsk is given up.\n\nNo more.';
const table =
  '| Figure | What |\n| --- | --- |\n| 2nd of 24 | rank of Donetsk |\n| 80% | oppose it |';

test.each([
  ['a paragraph', 'They met.\n\nThey parted.', 100, 'They met.'],
  [
    'its first sentence',
    'They met for three hours. No deal came.',
    100,
    'They met for three hours.'
  ],
  [
    'an abbreviation ends none',
    'Mr. Lee met the U.S. side. It left.',
    50,
    'Mr. Lee met the U.S. side.'
  ],
  ['nothing of what is too long', 'They met in Alaska for three hours.', 12, ''],
  [
    'a lead and its list',
    list,
    100,
    'He named two: the front lines are frozen; Donetsk is given up.'
  ],
  ['no part of a list', list, 50, ''],
  ['a list alone', '- **One.**\n- Two', 50, 'One; Two'],
  ['a lead and its quotation', 'In his words:\n\n> “No *way*”', 50, 'In his words: “No way”'],
  ['no table', table, 100, ''],
  ['nothing of a lead to a table', `The figures:\n\n${table}`, 100, ''],
  ['no lead that nothing follows', 'As follows:', 50, ''],
  ['what stands below a heading', '# Head\n\nWords.', 50, 'Words.'],
  ['no footnotes', 'It rose.[^1] It fell.\n\n[^1]: There.', 50, 'It rose.'],
  ['nothing', ' ', 50, '']
])('%s', (_what, body, longest, point) => {
  expect(keyPointOf({ keyPoint: '', body }, longest)).toBe(point);
});

test('the author’s own words come first, however long', () => {
  const keyPoint = ' What counts is the ceasefire. ';
  expect(keyPointOf({ keyPoint, body: 'They met.' }, 3)).toBe(keyPoint.trim());
});

test('what is printed of plain words is all of a sentence', () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/);
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 12 })
    .map((words) => `It ${words.join(' ')}.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1 }), fc.nat(150), (sentences, longest) => {
      const point = keyPointOf({ keyPoint: '', body: sentences.join(' ') }, longest);
      expect(point).toBe(sentences[0]!.length <= longest ? sentences[0] : '');
    })
  );
});
