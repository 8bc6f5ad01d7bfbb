import { expect, test } from 'vitest';
import { newFigure } from '../briefing/entries.js';
import { amountInWords, dateInWords, figureInWords, quoted } from './terms.js';

test.each([
  ['2025-08-15', '15 August 2025'],
  ['2025-08', 'August 2025'],
  ['2014', '2014'],
  ['0099-01-01', '1 January 99']
])('a date is worded as precisely as it is known: %s', (date, words) => {
  expect(dateInWords(date)).toBe(words);
});

test.each([
  ['rejects it', '“rejects it”'],
  ['“rejects it”', '“rejects it”'],
  ['"NO GOING INTO NATO"', '"NO GOING INTO NATO"'],
  ['“a peace agreement”, not a ceasefire', '‘“a peace agreement”, not a ceasefire’'],
  ['“one” and “two”', '‘“one” and “two”’']
])('quotation marks are added where the words bring none of their own: %s', (words, shown) => {
  expect(quoted(words)).toBe(shown);
});

test.each([
  ['approximately 1.6 million', 'civilians', 'approximately 1.6 million civilians'],
  ['1.6 million civilians', 'civilians', '1.6 million civilians'],
  ['-5', 'percentage points', '-5 percentage points'],
  ['five points', 'percentage points', 'five percentage points'],
  ['over 80%', '%', 'over 80%'],
  ['over 80 percent', '%', 'over 80 percent'],
  ['80', '%', '80%'],
  ['a third', '%', 'a third'],
  ['twenty', '%', 'twenty per cent'],
  ['about 3 billion', '€', 'about €3 billion'],
  ['€3 billion', '€', '€3 billion'],
  ['US$3 billion', 'US$', 'US$3 billion'],
  ['three billion', '€', 'three billion €'],
  ['$12.7 million', 'dollars', '$12.7 million'],
  ['US$12.7 million', 'US dollars', 'US$12.7 million'],
  ['12,7 Mio. €', 'Euro', '12,7 Mio. €'],
  ['$70', 'per barrel', '$70 per barrel'],
  ['£14 million', '£ a year', '£14 million a year'],
  ['£14 million a year', '£ a year', '£14 million a year'],
  ['1.6 million', 'm', '1.6 million m'],
  ['5km', 'km', '5km'],
  ['seven-tenths', '', 'seven-tenths']
])('no figure loses its unit, and none is told twice: %s, %s', (wording, unit, words) => {
  expect(amountInWords({ wording, unit })).toBe(words);
});

test('a figure is worded by what is known of it', () => {
  const figure = newFigure('over 80%', 80);
  expect(figureInWords(figure)).toBe('over 80%');
  expect(
    figureInWords({ ...figure, wording: '350 people', measures: 'people killed in the flood' })
  ).toBe('350 people killed in the flood');
  expect(figureInWords({ ...figure, measures: 'oppose it', date: '2025-06' })).toBe(
    'over 80% oppose it (June 2025)'
  );
  const measures = 'Accounts put them at over 80%, down from 90.';
  expect(figureInWords({ ...figure, measures })).toBe(measures);
});
