import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseAt,
  extendByUnit,
  nextUnit,
  paragraphsOf,
  sentencesOf,
  toWholeWords,
  trimSpan,
  wordsOf
} from './text-nodes.js';

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

test('signs without end are parted into sentences, between characters', () => {
  const text = `a${'🎉'.repeat(6_000)}`;
  const sentences = sentencesOf(text);
  expect(sentences.map(({ start, end }) => end - start)).toEqual([4_999, 5_000, 2_002]);
  // Half a character is no URI.
  for (const { start, end } of sentences) encodeURIComponent(text.slice(start, end));
});

describe('going from sentence to sentence', () => {
  const sentences = sentencesOf(text);
  const at = (offset: number) => ({ start: offset, end: offset });
  test('a click means the sentence around it, also at its end', () => {
    expect(nextUnit(sentences, at(20))).toEqual({ start: 17, end: 35 });
    expect(nextUnit(sentences, at(35))).toEqual({ start: 17, end: 35 });
  });
  test('words mean the sentence around them, and a whole one the next', () => {
    expect(nextUnit(sentences, { start: 10, end: 16 })).toEqual({ start: 0, end: 16 });
    expect(nextUnit(sentences, { start: 0, end: 16 })).toEqual({ start: 17, end: 35 });
    expect(nextUnit(sentences, { start: 0, end: 35 })).toEqual({ start: 36, end: 45 });
  });
  test('after the last comes the first', () => {
    expect(nextUnit(sentences, { start: 46, end: text.length })).toEqual({ start: 0, end: 16 });
  });
  test('an empty text has none', () => {
    expect(nextUnit([], at(0))).toBeNull();
  });
  test('extending takes in the next one, and stops at the end', () => {
    expect(extendByUnit(sentences, { start: 0, end: 16 })).toEqual({ start: 0, end: 35 });
    const last = { start: 3, end: text.length };
    expect(extendByUnit(sentences, last)).toBe(last);
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

describe('a click where several annotations stand', () => {
  const [outer, inner] = [
    { start: 0, end: 10 },
    { start: 2, end: 5 }
  ];
  const spans = [outer, inner];
  const choose = (offset: number, chosen: object | null = null) =>
    chooseAt(spans, offset, (span) => span === chosen);
  test('means the innermost, and says how many there are', () => {
    expect(choose(3)).toEqual({ chosen: inner, number: 1, of: 2 });
    expect(choose(5)).toEqual({ chosen: outer, number: 1, of: 1 });
    expect(choose(10)).toBeNull();
  });
  test('again means the next longer one, and then the first', () => {
    expect(choose(3, inner)?.chosen).toBe(outer);
    expect(choose(3, outer)?.chosen).toBe(inner);
  });
});

test.each([
  ['a letter too few', 'rump met Puti', 'Trump met Putin'],
  ['a letter too many', 'Trump met Putin. Z', 'Trump met Putin. '],
  ['a part of one word', 'elensk', 'elensk'],
  ['whole words', 'met Putin', 'met Putin'],
  ['with an apostrophe', 'minister’s p', 'minister’s '],
  ['up to a closing quotation mark', 'word', 'word'],
  ['of a script without spaces', '国人民', '国人民']
])('what a pointer selected, in whole words: %s', (_, selected, whole) => {
  const all = `${text} The minister’s plan, ‘a word’. 中国人民很好`;
  const start = all.indexOf(selected);
  const span = toWholeWords(all, { start, end: start + selected.length });
  expect(all.slice(span.start, span.end)).toBe(whole);
});

test('words and paragraphs', () => {
  const cut = (value: string, spans: { start: number; end: number }[]) =>
    spans.map(({ start, end }) => value.slice(start, end));
  expect(cut('No, 3.5 “ports”\n', wordsOf('No, 3.5 “ports”\n', 'en'))).toEqual([
    'No',
    '3.5',
    'ports'
  ]);
  expect(cut(text, paragraphsOf(`${text}\n\n  \n`))).toEqual(text.split('\n'));
});
