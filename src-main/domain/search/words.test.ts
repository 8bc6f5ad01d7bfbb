import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, mostTypos } from './edit-distance.js';
import { findTerms, markTerms } from './find-terms.js';
import { parseQuery } from './query.js';
import { cutSnippet } from './snippet.js';
import { wordPlaces, searchWords } from './words.js';

const text = fc.string({ unit: 'grapheme', maxLength: 400 });

describe('words', () => {
  test.each([
    ['Straße der EINHEIT', ['strasse', 'der', 'einheit']],
    ['Élysée, “U.S.”', ['elysee', 'u', 's']],
    ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['ﬁnal ½', ['final', '1', '2']],
    ['東京 2025年', ['東', '京', '2025', '年']],
    ['مُحَمَّد', ['محمد']],
    ['…', []]
  ])('%s', (given, words) => {
    expect(searchWords(given)).toEqual(words);
  });

  test('are the same with and without their places, which stand in the text one after the other', () => {
    fc.assert(
      fc.property(text, (given) => {
        const places = [...wordPlaces(given)];
        expect(places.map(({ word }) => word)).toEqual(searchWords(given));
        for (const { start, end, word } of places) {
          expect(searchWords(given.slice(start, end))).toContain(word);
        }
      })
    );
  });

  test('of what is very long the beginning counts, and no character is cut', () => {
    expect(searchWords('a'.repeat(100))).toEqual(['a'.repeat(60)]);
    expect(searchWords('𝒳'.repeat(100)).join('')).not.toMatch(/\p{Surrogate}/u);
    expect(searchWords('a' + '\u{10400}'.repeat(100)).join('')).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('finding terms', () => {
  const find = (query: string, given: string) => {
    const { terms } = parseQuery(query);
    return [...findTerms(given, terms)].map(({ start, end }) => given.slice(start, end));
  };

  test.each([
    ['ceasefire', 'A Ceasefire; no ceasefires', ['Ceasefire']],
    ['cease*', 'A Ceasefire; no ceasefires', ['Ceasefire', 'ceasefires']],
    ['"no territorial con"*', 'no  territorial\nconcessions, no', ['no  territorial\nconcessions']],
    ['cease-fire', 'cease fire, ceasefire', ['cease fire']],
    ['京都', '東京都', ['京都']]
  ])('%s', (query, given, found) => {
    expect(find(query, given)).toEqual(found);
  });

  test('marks never overlap, and cover every find', () => {
    const few = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 60 });
    fc.assert(
      fc.property(few, few, few, (given, phrase, other) => {
        const { terms } = parseQuery(`"${phrase}" ${other}*`);
        const marks = markTerms(given, terms);
        for (const [i, mark] of marks.entries()) {
          expect(mark.start).toBeGreaterThanOrEqual(marks[i - 1]?.end ?? 0);
        }
        for (const { start, end } of findTerms(given, terms)) {
          expect(marks.some((mark) => mark.start <= start && mark.end >= end)).toBe(true);
        }
      })
    );
  });
});

describe('snippets', () => {
  test('show the terms side by side where they are so, and say where they are cut', () => {
    const given = `alpha ${'x '.repeat(200)}beta${' y'.repeat(200)} alpha beta ${'z '.repeat(200)}`;
    const { text: shown, marks } = cutSnippet(given, parseQuery('alpha beta').terms);
    expect(shown).toMatch(/^… .*y alpha beta z.* …$/);
    expect(marks.map(({ start, end }) => shown.slice(start, end))).toEqual(['alpha', 'beta']);
  });

  test('without a find are the beginning', () => {
    expect(cutSnippet('Some\nwords', [])).toEqual({ text: 'Some words', marks: [] });
  });

  test('hold the word that was looked for, on one line, and cut no character', () => {
    fc.assert(
      fc.property(text, fc.nat(), (given, pick) => {
        const words = searchWords(given);
        const word = words[pick % Math.max(1, words.length)];
        const { text: shown, marks } = cutSnippet(
          given,
          word ? [{ words: [word], prefix: false }] : []
        );
        expect(shown).not.toMatch(/[\n\r]/);
        if (!/\p{Surrogate}/u.test(given)) expect(shown).not.toMatch(/\p{Surrogate}/u);
        expect(marks.length > 0).toBe(word !== undefined);
      })
    );
  });
});

describe('slips of the hand', () => {
  test.each([
    ['ukriane', 'ukraine', 1],
    ['ceasfire', 'ceasefire', 1],
    ['kremlin', 'kremlins', 1],
    ['sanction', 'saction', 1],
    ['alaska', 'berlin', null],
    ['', 'ab', 2]
  ])('%s for %s', (from, to, distance) => {
    expect(editDistance(from, to, 2)).toBe(distance);
    expect(editDistance(to, from, 2)).toBe(distance);
  });

  test('of the beginning of a word', () => {
    expect(editDistance('ukrian', 'ukrainian', 1, true)).toBe(1);
    expect(editDistance('ukrian', 'ukrainian', 1)).toBeNull();
  });

  test('a limit leaves out, and never changes a distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(4), fc.boolean(), (from, to, most, prefix) => {
        const whole = editDistance(from, to, 20, prefix) ?? NaN;
        expect(editDistance(from, to, most, prefix)).toBe(whole <= most ? whole : null);
      })
    );
  });

  test('a short word is never taken for another', () => {
    expect(['war', 'peace', 'ceasefire'].map(mostTypos)).toEqual([0, 1, 2]);
  });
});
