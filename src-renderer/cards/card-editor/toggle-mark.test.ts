import { expect, test } from 'vitest';
import { toggleMark } from './toggle-mark.js';

/** Brackets in `text` stand for the ends of the selection. */
function toggle(text: string, mark: string): string {
  const from = text.indexOf('[');
  const to = text.indexOf(']') - 1;
  const plain = text.replace(/[[\]]/g, '');
  const { changes, selection } = toggleMark(plain, from, to, mark);
  const changed = changes
    .toReversed()
    .reduce((t, c) => t.slice(0, c.from) + c.insert + t.slice(c.to), plain);
  const { from: a, to: b } = selection;
  return `${changed.slice(0, a)}[${changed.slice(a, b)}]${changed.slice(b)}`;
}

test.each([
  ['a [word] b', '**', 'a **[word]** b'],
  ['a **[word]** b', '**', 'a [word] b'],
  ['a *[word]* b', '**', 'a ***[word]*** b'],
  ['a ***[word]*** b', '*', 'a **[word]** b'],
  ['a **[word]** b', '*', 'a ***[word]*** b'],
  ['a[ word ]b', '*', 'a *[word]* b'],
  ['a []b', '**', 'a **[]**b']
])('%s by %s', (before, mark, after) => {
  expect(toggle(before, mark)).toBe(after);
});
