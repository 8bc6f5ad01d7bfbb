import { expect, test } from 'vitest';
import { placeBlocks } from './cut-words.js';

test.each([
  ['|', '## Head\n\nText', '## Head\n\nText'],
  ['Said.|', '## Head\n\nText', 'Said.\n\n## Head\n\nText'],
  ['Said.\n|', '- one\n- two', 'Said.\n\n- one\n- two'],
  ['Said.\n\n|', '- one', 'Said.\n\n- one'],
  ['One |two', 'a *word* ', 'One a *word* two'],
  ['One |two', 'a\n\nb', 'One a\n\nbtwo'],
  ['One |two', 'a\n\n- b', 'One a\n\n- b\n\ntwo'],
  ['One |\ntwo', '| a |\n| --- |\n| b |', 'One \n\n| a |\n| --- |\n| b |\n\ntwo'],
  ['One [old] two', '> said', 'One \n\n> said\n\n two'],
  ['2 |', '3 of 4', '2 3 of 4']
])('into %j, %j', (marked, markdown, expected) => {
  const from = marked.search(/[|[]/);
  const selected = /\[.*\]/.exec(marked)?.[0] ?? '|';
  const text = marked.replace(selected, selected.slice(1, -1));
  const to = from + Math.max(0, selected.length - 2);
  const placed = placeBlocks(text, from, to, markdown);
  expect(text.slice(0, from) + placed + text.slice(to)).toBe(expected);
});
