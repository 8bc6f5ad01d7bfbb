import { expect, test } from 'vitest';
import { paragraphStarts } from './paragraph-starts.js';
import { renderText } from './render-markdown.js';

const long =
  'The council said that the bridge would stay closed for as long as the repairs to its northern pier would take it.';

test.each<['text' | 'markdown', string, readonly string[]]>([
  [
    'text',
    'Bridge\nclosed\n\nIt is “old” & <worn>.\n \nSo it is.',
    ['Bridge\nclosed', 'It is “old” & <worn>.', 'So it is.']
  ],
  // A head of three lines, of which one is too long to be wrapped: each is one.
  [
    'text',
    `Bridge closed\n${long}\n16 August\n\nIt is.`,
    ['Bridge closed', long, '16 August', 'It is.']
  ],
  ['text', '', []],
  [
    'markdown',
    '# Bridge &amp; pier\n\nIt is\nold.\n\n- one of\n- two of\n\n  more of it\n\n> quoted',
    ['Bridge & pier', 'It is\nold.', 'one of', 'two of', 'more of it', 'quoted']
  ],
  [
    'markdown',
    '| | of it |\n|---|---|\n| one of | 2 |\n\n```\ncoded \n\nmore\n```',
    ['of it', 'one of\t2', 'coded \n\nmore']
  ]
])('of %s: %j', (format, source, found) => {
  const { html, text } = renderText(source, format);
  const starts = paragraphStarts(html);
  const ends = [...starts.slice(1), text.length];
  expect(starts.map((start, index) => text.slice(start, ends[index]).trim())).toEqual(found);
});
