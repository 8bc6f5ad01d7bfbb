/** What is pasted from a page or a word processor must read the same once it is rendered. */
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import { toMarkdown } from './rich-text.js';

test.each([
  ['<p>A <b>bold</b> and <i>slanted</i> word</p>', 'A **bold** and *slanted* word'],
  ['<h2>Head</h2><p>Text</p>', '## Head\n\nText'],
  ['<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>', '- one\n- two\n  - three'],
  ['<ol start="3"><li>one</li><li>two</li></ol>', '3. one\n4. two'],
  ['<p><a href="https://a.example/">label</a></p>', '[label](https://a.example/)'],
  [
    '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    '| A   | B   |\n| --- | --- |\n| 1   | 2   |'
  ],
  ['<blockquote><p>said</p></blockquote>', '> said'],
  ['<p>one</p><p>two</p>', 'one\n\ntwo'],
  ['<p>a&nbsp;b</p>', 'a b'],
  [
    '<table><tr><th>A|B</th><th>C</th></tr><tr><td>x | y</td><td>2</td></tr></table>',
    '| A\\|B | C   |\n| --- | --- |\n| x \\| y | 2   |'
  ]
])('%s', (html, markdown) => {
  expect(toMarkdown(html)).toBe(markdown);
});

test.each([
  'Title<br>=====',
  'a | b<br>:-|-:<br>c | d',
  'a<br>---',
  '# no heading',
  '1. no list',
  '* no item',
  '&amp;lt; is a sign',
  'a_b_c *d* `e` [f](g)',
  '~~not struck~~',
  '&lt;b&gt; is a tag',
  '+ plus',
  '- minus'
])('the words “%s” stay words', (html) => {
  const { html: rendered, text } = renderMarkdown(toMarkdown(`<p>${html}</p>`));
  expect(rendered).not.toMatch(/<(?:h\d|table|ul|ol|em|del|code|a|hr|strong)\b/);
  const words = html
    .replace(/<br>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  expect(text.replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '));
});
