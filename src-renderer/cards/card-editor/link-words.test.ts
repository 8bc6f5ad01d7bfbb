import { expect, test } from 'vitest';
import { linkWords } from './link-words.js';

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
