/** Rich text that would stop the window is known before it is read; what people copy is within the bounds. */
import { expect, test } from 'vitest';
import { isWithinBounds, pastedBounds } from './pasted-bounds.js';

test.each([
  ['elements that are never closed', '<b>'.repeat(20_000)],
  ['of two kinds in turn', '<b>x<i>y'.repeat(7_500)],
  ['lists within lists', '<ul><li>x'.repeat(2_000)],
  ['in capitals, with attributes and line ends', '<BLOCKQUOTE\nclass="a">x'.repeat(2_000)],
  ['behind ends of others', '<div></p></b>'.repeat(2_000)],
  ['unclosed formatting in many paragraphs', `${'<font>'.repeat(90)}${'<p>x'.repeat(12_000)}`],
  [
    'a table of more cells than are shown',
    `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(20_000)}</table>`
  ],
  ['a long text deep within', `${'<blockquote>'.repeat(60)}<pre>${'\n'.repeat(190_000)}`]
])('%s are beyond the bounds', (_what, html) => {
  expect(isWithinBounds(html)).toBe(false);
});

test.each([
  ['a long text without an element', 'x < y & z '.repeat(20_000)],
  ['paragraphs whose ends are left out', '<p>one <b>two</b> three<br>four'.repeat(4_000)],
  [
    'a letter of a word processor',
    wrapped(12, '<p><span style="a:b">some words</span></p>', 5_000)
  ],
  [
    'a table of a spreadsheet',
    `<table>${`<tr>${'<td>12</td>'.repeat(8)}</tr>`.repeat(1_400)}</table>`
  ],
  ['a list of a list', '<ul><li>a<ul><li>b</li></ul></li></ul>'.repeat(3_000)]
])('%s is within them', (_what, html) => {
  expect(isWithinBounds(html)).toBe(true);
});

test('as many as may be nest within one another, and no more', () => {
  expect(isWithinBounds('<div>'.repeat(pastedBounds.depth))).toBe(true);
  expect(isWithinBounds('<div>'.repeat(pastedBounds.depth + 1))).toBe(false);
});

function wrapped(depth: number, html: string, times: number): string {
  return '<div>'.repeat(depth) + html.repeat(times) + '</div>'.repeat(depth);
}
