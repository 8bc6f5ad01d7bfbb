/** Texts that were made to break the rules of a language: none takes so long that the time limit ends it. */
import { expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { outlineText } from '../outline/outline-text.js';
import { readProse } from '../reading/reading.js';
import { readInLanguage, rulesOf } from './read-in-language.js';

const units = [
  ...['„', '“', '»', '«', '"', '« ', ' »', '„a“, sagte ', '« a », a dit ', 'sagte: „'],
  ...[
    'Laut ',
    'Selon ',
    'so ',
    'der ',
    'von ',
    'de ',
    "l'",
    'Anna Weber ',
    'Weber, ',
    'und ',
    'et '
  ],
  ...['1.000 ', '1 000', '1,', '3. ', 'zwischen 1 und ', 'entre 1 et ', 'zwei ', 'rund ', '1 bis '],
  ...[
    'Mio. ',
    'am 3. Mai ',
    'le 3 mai ',
    'vor drei ',
    'il y a ',
    '2020',
    'IG ',
    'SPD ',
    'Horn ',
    'Union '
  ]
];
/** In UTF-16 units. */
const length = bySize({ usual: 10_000, full: 20_000 });
const today = new Date('2025-08-16T12:00:00Z');

test.each(['de', 'fr'])('%s', (code) => {
  const rules = rulesOf(code);
  if (!rules) throw new Error(`No rules for ${code}`);
  for (const [i, unit] of units.entries()) {
    for (const part of [unit, unit + (units[(i * 7 + 3) % units.length] ?? '')]) {
      const text = part.repeat(Math.ceil(length / part.length));
      const reading = readProse(text, outlineText(text), { bodyStart: 0, tagged: false });
      const { attributions, figures, dates } = readInLanguage(reading, rules, today);
      for (const { start, end } of [
        ...figures,
        ...dates,
        ...attributions.flatMap(({ content }) => content)
      ])
        expect(start).toBeLessThan(end);
    }
  }
});
