import fc from 'fast-check';
import { expect, test } from 'vitest';
import { methods } from '../api.js';
import { mostWeightOf, weighsMore } from './argument-weight.js';
import { maxArticleBytes, maxBundleBytes, maxPdfBytes } from '../base/limits.js';

test.each([
  ['a long text', 'x'.repeat(1_001)],
  ['many texts', Array.from({ length: 20 }, () => 'x'.repeat(60))],
  ['bytes', new Uint8Array(1_001)],
  ['a view of few bytes of many', new DataView(new ArrayBuffer(2_000), 0, 1_001)],
  ['a buffer', new ArrayBuffer(1_001)],
  ['many small parts', Array(200).fill(null)],
  ['long keys', { ['k'.repeat(1_001)]: 1 }],
  ['a map', new Map([['k', 'x'.repeat(1_001)]])],
  ['a set', new Set(['x'.repeat(1_001)])],
  ['what lies deep', { a: [{ b: [[['x'.repeat(1_001)]]] }] }]
])('%s weighs more than 1,000', (_what, value) => {
  expect(weighsMore(value, 1_000)).toBe(true);
});

test('what contains itself, and what is deeper than the stack, has an end', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  expect(weighsMore(circle, 1_000)).toBe(true);
  let deep: unknown = 'x';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(weighsMore(deep, 10_000_000)).toBe(false);
  expect(weighsMore(deep, 1_000)).toBe(true);
});

test('no JSON weighs less than a sixth of its length, nor more than sixteen times that', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { length } = JSON.stringify(value);
      // Escapes make JSON up to six times as long as what it says.
      expect(weighsMore(value, Math.floor(length / 6) - 1)).toBe(true);
      expect(weighsMore(value, 16 * length)).toBe(false);
    })
  );
});

test('what a person causes fits: the longest article and the largest PDF', () => {
  const text = ['article.importText', 'x'.repeat(maxArticleBytes), 'text'];
  expect(weighsMore(text, mostWeightOf('article.importText'))).toBe(false);
  const file = ['article.importFile', 'x'.repeat(300), new Uint8Array(maxPdfBytes)];
  expect(weighsMore(file, mostWeightOf('article.importFile'))).toBe(false);
});

test('only what carries whole files may weigh more than a briefing', () => {
  const heavy = Object.keys(methods).filter((name) => mostWeightOf(name) !== maxBundleBytes);
  expect(heavy).toEqual(['briefing.saveCopy', 'article.importFile']);
  expect(mostWeightOf('constructor')).toBe(maxBundleBytes);
});
