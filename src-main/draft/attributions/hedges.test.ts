/** Protects what is told as leaving a saying open: such words, and no month or name that is written alike. */
import { expect, test } from 'vitest';
import { readingOf } from '../reading/testing/reading.js';
import { findAttributions } from './find-attributions.js';

test.each<[text: string, ...hedges: string[]]>([
  ['Okafor said 78 percent of them backed it in May.'],
  ['Okafor said May would be too late.', 'would'],
  ['Okafor said that Theresa May left in early May.'],
  ['Okafor said the bank may close it in May.', 'may'],
  ['“May I go?” Okafor asked.']
])('what leaves it open in “%s”', (text, ...hedges) => {
  expect(findAttributions(readingOf(text))[0]?.hedges).toEqual(hedges);
});
