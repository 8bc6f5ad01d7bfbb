import { expect, test } from 'vitest';
import { namesNobody } from './name-words.js';

test.each<[speaker: string, isNobody: boolean]>([
  ['its', true],
  ['Their', true],
  ['I', true],
  ['Some', true],
  ['Cabinet', true],
  ['cabinet', true],
  ['farmers', true],
  ['the farmers', true],
  ['Cabinet of Varnia', false],
  ['the cabinet', false],
  ['a clerk', false],
  ['a spokesman for the ministry', false],
  ['Russian officials', false],
  ['Lee', false],
  ['NATO', false]
])('whether “%s” names nobody: %s', (speaker, isNobody) => {
  expect(namesNobody(speaker)).toBe(isNobody);
});
