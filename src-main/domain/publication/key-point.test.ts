/** The brief says what the author wrote, or whole sentences of the card: never a part of one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOneSentence, keyPointOf } from './key-point.js';

const blank = { heading: '', keyPoint: '', body: '' };
const list =
  'He named two:\n\n1. the **front lines** are frozen\n2. Donetsk is given up.\n\nNo more.';
const table =
  '| Figure | What |\n| --- | --- |\n| 2nd of 24 | rank of Donetsk |\n| 80% | oppose it |';

test.each([
  ['a paragraph', 'They met.\n\nThey parted.', 'They met.'],
  ['its first sentence', 'They met for three hours. No deal came.', 'They met for three hours.'],
  [
    'an abbreviation ends none',
    'Mr. Lee met the U.S. side. It left.',
    'Mr. Lee met the U.S. side.'
  ],
  ['a lead and its list', list, 'He named two: the front lines are frozen; Donetsk is given up.'],
  ['a lead and its quotation', 'In his words:\n\n> “No *way*”', 'In his words: “No way”'],
  ['no table', table, ''],
  ['nothing of a lead to a table', `The figures:\n\n${table}`, ''],
  ['no lead that nothing follows', 'As follows:', ''],
  ['what stands below a heading', '# Head\n\nWords.', 'Words.'],
  ['no footnotes', 'It rose.[^1] It fell.\n\n[^1]: There.', 'It rose.'],
  ['nothing', ' ', '']
])('%s', (_what, body, sentence) => {
  expect(keyPointOf({ ...blank, body })).toEqual({ sentence, lines: [], isChosen: false });
});

test('a list that nothing leads to is told line by line', () => {
  const body = '- **One.**\n- Two';
  expect(keyPointOf({ ...blank, body })).toMatchObject({ sentence: '', lines: ['One.', 'Two'] });
  expect(inOneSentence(['One.', 'Two'])).toBe('One; Two');
});

test('the author’s own words come first', () => {
  const keyPoint = ' What counts is the ceasefire. ';
  const chosen = { sentence: keyPoint.trim(), lines: [], isChosen: true };
  expect(keyPointOf({ ...blank, keyPoint, body: '- They met.' })).toEqual(chosen);
});

test('a heading with nothing below it is what its author says', () => {
  const alone = { sentence: '', lines: [], isChosen: true };
  expect(keyPointOf({ ...blank, heading: 'The line is closed' })).toEqual(alone);
});

test('what is printed of plain words is all of a sentence', () => {
  const word = fc.stringMatching(/^[xyz]{2,9}$/);
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 12 })
    .map((words) => `It ${words.join(' ')}.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1 }), (sentences) => {
      const { sentence } = keyPointOf({ ...blank, body: sentences.join(' ') });
      expect(sentence).toBe(sentences[0]);
    })
  );
});
