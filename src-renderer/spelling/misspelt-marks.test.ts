import { describe, expect, test } from 'vitest';
import { readsAsEnglish, spellableWords } from './misspelt-marks.js';

test.each([
  ['Two wrods, and a third.', ['Two', 'wrods', 'and', 'third']],
  ["don't the minister’s", ["don't", 'the', 'minister’s']],
  ['see https://a.example/wrods or me@wrods.example', ['see', 'or']],
  ['NATO and the EU', ['and', 'the']],
  ['file_name x2 4th out/main.js', []],
  ['naïve café', ['naïve', 'café']],
  ['السلام mixed 漢字', ['mixed']]
])('%s', (text, expected) => {
  const words = spellableWords(text);
  expect(words.map((word) => word.text)).toEqual(expected);
  for (const { text: word, from, to } of words) expect(text.slice(from, to)).toBe(word);
});

describe('what reads as English', () => {
  test.each([
    [
      true,
      'Ukraine should negotiate a peace agreement with Russia, the President of the United States said on Saturday.'
    ],
    [true, 'Too little to tell.'],
    [
      false,
      'Die Bundesregierung hat am Montag erklärt, dass sie den Vorschlag der Kommission ablehnt und neue Gespräche fordert.'
    ],
    [
      false,
      'Le gouvernement a déclaré lundi que la proposition de la Commission ne pouvait pas être acceptée telle quelle.'
    ],
    [false, 'قال الوزير يوم الاثنين إن المفاوضات ستستمر حتى التوصل إلى اتفاق.']
  ])('%s: %s', (english, text) => {
    expect(readsAsEnglish(text)).toBe(english);
  });
});
