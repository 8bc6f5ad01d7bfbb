import { expect, test } from 'vitest';
import { readingOf } from '../reading/testing/reading.js';
import { findAttributions } from './find-attributions.js';

test('what somebody says that somebody says is nested', () => {
  const text = 'The report says that officials claim the dam is safe.';
  const nested = findAttributions(readingOf(text)).map(({ lemma, nested }) => [lemma, nested]);
  expect(nested).toEqual([
    ['say', false],
    ['claim', true]
  ]);
});

test.each<[text: string, least: number, most: number]>([
  ['“We are ready,” said Jane Okafor.', 0.9, 1],
  ['Okafor said that the plan would fail.', 0.9, 1],
  ['Officials hope to reopen the road.', 0.5, 0.8]
])('how sure: %s', (text, least, most) => {
  const [first] = findAttributions(readingOf(text));
  expect(first?.confidence).toBeGreaterThanOrEqual(least);
  expect(first?.confidence).toBeLessThanOrEqual(most);
});
