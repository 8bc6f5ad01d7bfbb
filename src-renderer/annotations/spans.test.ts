import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extendBySentence, innermostAt, nextSentence, sentencesOf, trimSpan } from './spans.js';

const text = 'Trump met Putin. Zelenskyy said no!\nA heading\nTalks go on.';
const words = sentencesOf(text).map(({ start, end }) => text.slice(start, end));

test('a sentence ends at its mark and at a line break', () => {
  expect(words).toEqual(['Trump met Putin.', 'Zelenskyy said no!', 'A heading', 'Talks go on.']);
});

test('sentences of a right-to-left text', () => {
  const arabic = 'قال الرئيس نعم. ثم قال لا؟ انتهى.';
  expect(sentencesOf(arabic, 'ar').map(({ start, end }) => arabic.slice(start, end))).toEqual([
    'قال الرئيس نعم.',
    'ثم قال لا؟',
    'انتهى.'
  ]);
});

describe('going from sentence to sentence', () => {
  const sentences = sentencesOf(text);
  test('the next begins at or after the place', () => {
    expect(nextSentence(sentences, 0)).toEqual({ start: 0, end: 16 });
    expect(nextSentence(sentences, 16)).toEqual({ start: 17, end: 35 });
  });
  test('after the last comes the first', () => {
    expect(nextSentence(sentences, text.length)).toEqual({ start: 0, end: 16 });
  });
  test('an empty text has none', () => {
    expect(nextSentence([], 0)).toBeNull();
  });
  test('extending takes in the next one, and stops at the end', () => {
    expect(extendBySentence(sentences, { start: 0, end: 16 })).toEqual({ start: 0, end: 35 });
    const last = { start: 3, end: text.length };
    expect(extendBySentence(sentences, last)).toBe(last);
  });
});

test('trimming leaves the words, or nothing', () => {
  expect(trimSpan('  a b \n', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 });
  expect(trimSpan('a  b', { start: 1, end: 3 })).toBeNull();
});

test('trimming never cuts words off', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const span = trimSpan(value, { start: 0, end: value.length });
      expect(span ? value.slice(span.start, span.end) : '').toBe(value.trim());
    })
  );
});

test('of nested spans the innermost is meant, of none none', () => {
  const spans = [
    { start: 0, end: 10 },
    { start: 2, end: 5 }
  ];
  expect(innermostAt(spans, 3)).toBe(spans[1]);
  expect(innermostAt(spans, 5)).toBe(spans[0]);
  expect(innermostAt(spans, 10)).toBeNull();
});
