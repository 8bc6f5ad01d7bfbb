/** What is suggested of a Markdown text goes into a briefing as it is read. */
import { expect, test } from 'vitest';
import { renderedWords } from '../markdown/render-markdown.js';
import type { Draft } from './draft.js';
import { valuesOf } from './fields.js';
import { listSuggestions } from './list-suggestions.js';
import { draft, text } from './testing/draft.js';

test('what is said is told without the marks of its format, and its words stay as they stand', () => {
  const star = (words: string) =>
    words.replace(/school|idea|money|spend|round|left|late|well/g, (word) => `*${word.slice(2)}*`);
  const spans = JSON.parse(JSON.stringify(draft), (_key, value: unknown) => {
    return typeof value === 'string' ? star(value) : value;
  }) as Draft;
  const listed = listSuggestions(spans, star(text), (range) => range, renderedWords);
  const marked = listed.filter(({ words }) => words.text.includes('*'));
  expect(new Set(marked.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  for (const suggestion of listed) {
    expect(suggestion.plainWords).not.toContain('*');
    expect(Object.values(valuesOf(suggestion)).join()).not.toContain('*');
  }
});

test.each([
  ['as the newspaper *Morgenpost* had reported', 'as the newspaper Morgenpost had reported'],
  ['1. of **all** [rules](https://example.org)', '1. of all rules'],
  ['# 5 * 3 & 4', '# 5 * 3 & 4'],
  ['- a list', '- a list']
])('“%s”', (written, read) => {
  expect(renderedWords(written)).toBe(read);
});
