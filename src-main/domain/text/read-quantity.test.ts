/** Protects which two numbers contradict each other: never one that the other's words allow. */
import { expect, test } from 'vitest';
import { areCompatible, quantityOf, sayTheSame } from './read-quantity.js';

type Worded = readonly [wording: string, value: number];

test.each<[one: Worded, other: Worded, expected: boolean]>([
  [['12', 12], ['15', 15], false],
  [['at least 10', 10], ['12', 12], true],
  [['at least 10', 10], ['8', 8], false],
  [['up to 200', 200], ['150', 150], true],
  [['fewer than 50', 50], ['60', 60], false],
  [['as many as 30', 30], ['24', 24], true],
  [['10 to 12 people', 10], ['11', 11], true],
  [['between 10 and 12 people', 10], ['12', 12], true],
  [['10–12', 10], ['14', 14], false],
  [['1.2 to 1.5 million', 1.2], ['1.4 million', 1_400_000], true],
  [['1.2 million', 1_200_000], ['1,217,000', 1_217_000], true],
  [['1.2 million', 1_200_000], ['1.4 million', 1_400_000], false],
  [['$3 million', 3e6], ['$4 million', 4e6], false],
  [['2 million', 2_000_000], ['2.3 million', 2_300_000], true],
  [['$4.2bn', 4.2e9], ['$4.25 billion', 4.25e9], true],
  [['5 %', 5], ['5.2 %', 5.2], true],
  [['5.2 %', 5.2], ['5.4 %', 5.4], false],
  [['350', 350], ['352', 352], true],
  [['300', 300], ['340', 340], false],
  [['10', 10], ['12', 12], false],
  [['about 40', 40], ['41', 41], true],
  [['about 40', 40], ['55', 55], false],
  [['nearly 80 %', 80], ['78 %', 78], true],
  [['nearly 80 %', 80], ['85 %', 85], false],
  [['just over half', 0.5], ['0.52', 0.52], true],
  [['approximately three-quarters', 0.75], ['about seven-tenths', 0.7], false],
  [['twelve', 12], ['12', 12], true],
  [['50 or more', 50], ['70', 70], true]
])('%s and %s may be one number: %s', (one, other, expected) => {
  const [a, b] = [one, other].map(([wording, value]) => quantityOf({ wording, value }));
  if (!a || !b) throw new Error('two are given');
  expect(areCompatible(a, b)).toBe(expected);
  expect(areCompatible(b, a)).toBe(expected);
});

test('what says the same rounded says it again; what is only allowed does not', () => {
  const say = (wording: string, value: number) => quantityOf({ wording, value });
  expect(sayTheSame(say('1.2 million', 1_200_000), say('1,217,000', 1_217_000))).toBe(true);
  expect(sayTheSame(say('at least 10', 10), say('12', 12))).toBe(false);
  expect(sayTheSame(say('10 to 15', 10), say('12', 12))).toBe(false);
});

test('a number that a person took for another than its words say counts as she took it', () => {
  expect(quantityOf({ wording: 'a handful', value: 5 })).toMatchObject({ low: 5, high: 5 });
});
