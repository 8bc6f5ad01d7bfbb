import { expect, test } from 'vitest';
import { legendOf, likelihoodRange, likelihoodWord, yardsticks } from './judgement.js';
import { likelihoods, likelihoodScales } from '../briefing/entries.js';

test.each([
  ['icd203', 'very-likely', 'very likely', '80–95 %'],
  ['icd203', 'even', 'roughly even chance', '45–55 %'],
  ['icd203', 'remote', 'almost no chance', '1–5 %'],
  ['uk', 'very-likely', 'highly likely', '≈80–90 %'],
  ['uk', 'even', 'realistic possibility', '≈40–50 %']
] as const)('by %s, %s is “%s”, %s', (scale, likelihood, word, range) => {
  expect(likelihoodWord(scale, likelihood)).toBe(word);
  expect(likelihoodRange(scale, likelihood)).toBe(range);
});

test.each(likelihoodScales)('the steps of %s rise, and no word means two of them', (scale) => {
  const legend = legendOf(scale);
  expect(legend.map(({ likelihood }) => likelihood)).toEqual(likelihoods);
  const bounds = legend.flatMap(({ likelihood }) => {
    const { from, to } = yardsticks[scale].steps[likelihood];
    return [from, to];
  });
  expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  const words = legend.flatMap(({ word, also }) => [word, ...also]);
  expect(new Set(words).size).toBe(words.length);
});
