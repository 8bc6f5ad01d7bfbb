import { expect, test } from 'vitest';
import { indentItems } from './list-edit.js';
import { parse } from './marked-text.js';

test.each([
  ['- a\n- b[]', 1, '- a\n  - b'],
  ['1. a\n2. b[]', 1, '1. a\n   2. b'],
  ['- a\n- [b\n- c]', 1, '- a\n  - b\n  - c'],
  ['- a[]', 1, '- a'],
  ['- a\n  - b[]', -1, '- a\n- b'],
  ['- a[]', -1, '- a'],
  ['a\nb[]', 1, null],
  ['- a\n\nb[]', -1, null]
] as const)('%j by %i', (marked, step, after) => {
  const { text, from, to } = parse(marked);
  const changes = indentItems(text, from, to, step);
  const changed = changes
    ?.toReversed()
    .reduce((t, c) => t.slice(0, c.from) + c.insert + t.slice(c.to), text);
  expect(changed ?? null).toBe(after);
});
