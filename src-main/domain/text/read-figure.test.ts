import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxLengths } from '../base/limits.js';
import { numberTyped, readFigure } from './read-figure.js';

test.each([
  [
    '1.6 million',
    'About 1.6 million civilians live in the contested territories, he said.',
    ['1.6 million', 1_600_000, 'civilians', 'live in the contested territories']
  ],
  [
    'over 80%',
    'Surveys find that over 80% of Ukrainians oppose concessions.',
    ['over 80%', 80, '%', 'of Ukrainians oppose concessions']
  ],
  [
    '$2.5 billion',
    'Exports fell to $2.5 billion in 2014.',
    ['$2.5 billion', 2_500_000_000, '$', 'in 2014']
  ],
  ['€40', 'It costs €40 a head; more later.', ['€40', 40, '€', 'a head']],
  [
    'three-quarters',
    'Russia holds three-quarters of Donetsk.',
    ['three-quarters', 0.75, '', 'of Donetsk']
  ],
  [
    'three-eighths',
    'It holds three-eighths of Donetsk.',
    ['three-eighths', 0.375, '', 'of Donetsk']
  ],
  ['a third', 'Only a third voted.', ['a third', 0.3333, 'voted', '']],
  ['twenty-four factories', '', ['twenty-four factories', 24, 'factories', '']],
  [
    'On 3 March 2024 the convoy of 350 trucks took the road to the capital of the region',
    '',
    ['350', 350, 'trucks', 'took the road to the capital of the region']
  ],
  ['3 March 2024', 'It was on 3 March 2024.', ['3 March 2024', null, '', '']],
  ['no number', 'There is no number.', ['no number', null, '', '']],
  ['9'.repeat(400), '', ['9'.repeat(100), null, '', '']]
])('%s', (words, sentence, [wording, value, unit, measures]) => {
  expect(readFigure(words, sentence)).toEqual({ wording, value, unit, measures });
});

test('any words make a figure that can be kept', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('1.6 ', 'million ', '$', '%', 'half ', 'three-', 'quarters', '. ', '3 May ')
      )
      .map((parts) => parts.join(''))
  );
  fc.assert(
    fc.property(text, text, (words, around) => {
      const { wording, value, unit, measures } = readFigure(words, around);
      expect(value === null || Number.isFinite(value)).toBe(true);
      expect(wording.length).toBeLessThanOrEqual(maxLengths.tag);
      expect(unit.length).toBeLessThanOrEqual(maxLengths.tag);
      expect(measures.length).toBeLessThanOrEqual(maxLengths.statement);
    })
  );
});

test.each([
  ['1600000', 1_600_000],
  ['1,600,000', 1_600_000],
  ['1.6 million', 1_600_000],
  [' 80 % ', 80],
  ['-2.5', -2.5],
  ['−2.5 million', -2_500_000],
  ['3e6', 3_000_000],
  ['twelve', 12],
  ['', null],
  ['many', null],
  ['10 or 12', null],
  ['80 people', null],
  ['9'.repeat(400), null]
])('“%s” typed is %s', (text, value) => {
  expect(numberTyped(text)).toBe(value);
});
