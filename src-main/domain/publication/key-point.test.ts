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
    'They met in Alaska for three hours. No deal came of it, all the same.',
    40,
    'They met in Alaska for three hours.'
  ],
  ['as much as there is room for', 'They met in Alaska', 12, 'They met in…'],
  [
    'a lead and its list',
    list,
    100,
    'He named two: the front lines are frozen; Donetsk is given up.'
  ],
  ['whole items alone', list, 50, 'He named two: the front lines are frozen; …'],
  ['of the first item as much as fits', list, 25, 'He named two: the front…'],
  ['a list alone', '- **One.**\n- Two', 50, 'One; Two'],
  ['a lead and its quotation', 'In his words:\n\n> “No *way*”', 50, 'In his words: “No way”'],
  ['the rows of a table', table, 100, '2nd of 24: rank of Donetsk; 80%: oppose it'],
  ['a lead that nothing follows', 'As follows:', 50, 'As follows:'],
  ['what stands below a heading', '# Head\n\nWords.', 50, 'Words.'],
  ['nothing', ' ', 50, '']
])('%s', (_what, body, length, point) => {
  expect(keyPointOf(body, length)).toBe(point);
});

test('is never longer than asked for, whatever the card holds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.integer({ min: 1, max: 80 }),
      (body, length) => {
        expect(keyPointOf(body, length).length).toBeLessThanOrEqual(length + 3);
      }
    )
  );
});
