/** Protects who counts as a speaker without a name. */
import { expect, test } from 'vitest';
import { hasNoName } from './limits.js';

test.each([
  ['A spokeswoman', true],
  ['people familiar with the Harbour plan', true],
  ['a senior official', true],
  ['A spokeswoman for the Department for Water', false],
  ['a spokesman for Orsted', false],
  ['Russian officials', false],
  ['residents’ group Clear Air', false]
])('%s', (speaker, expected) => {
  expect(hasNoName(speaker)).toBe(expected);
});
