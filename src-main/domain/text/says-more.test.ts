import { expect, test } from 'vitest';
import { saysMore } from './says-more.js';

test.each([
  ['', false],
  ['We go directly to a peace agreement.', false],
  ['“directly to a peace\nagreement”', false],
  ['Wants a peace agreement first.', true]
])('%j tells more than its quotes: %s', (statement, isMore) => {
  const quotes = ['No.', '“We go directly to a peace agreement,” he said'];
  expect(saysMore(statement, quotes)).toBe(isMore);
});
