import { expect, test } from 'vitest';
import { toggleMark, linkWords, indentItems } from './toggle-mark.js';
import { parse } from './testing/marked-text.js';

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

/** The first § of a text stands for the start of the selection, the last for its end. */
test.each([
  ['the §treaty§ text', '', 'the [treaty](§) text'],
  ['§https://a.example§', '', '[§](https://a.example)'],
  ['the §treaty§', 'https://a.example', 'the [treaty](https://a.example)§'],
  ['a §', '', 'a [](§)']
])('%s to “%s”', (marked, target, after) => {
  const text = marked.replaceAll('§', '');
  const from = marked.indexOf('§');
  const to = Math.max(from, marked.lastIndexOf('§') - 1);
  const { changes, selection } = linkWords(text, from, to, target);
  const changed = changes
    .toReversed()
    .reduce((t, c) => t.slice(0, c.from) + c.insert + t.slice(c.to), text);
  expect(`${changed.slice(0, selection.from)}§${changed.slice(selection.from)}`).toBe(after);
});

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
