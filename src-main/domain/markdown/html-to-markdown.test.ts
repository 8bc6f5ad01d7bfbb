/** Tables and lists of HTML must become Markdown that holds every word, whatever shape they have. */
import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.js';
import { renderMarkdown } from './render-markdown.js';

const row = (...cells: readonly string[]) => `<tr>${cells.join('')}</tr>`;
const td = (text: string, attributes = '') => `<td ${attributes}>${text}</td>`;

describe('tables', () => {
  test.each([
    [
      'a caption stands above its table',
      `<table><caption>Figures by region</caption>${row(td('a'), td('b'))}${row(td('1'), td('2'))}</table>`,
      'Figures by region\n\n| a   | b   |\n| --- | --- |\n| 1   | 2   |'
    ],
    [
      'rows that are wider than the head lose no cell',
      `<table>${row(td('a'))}${row(td('1'), td('2'))}</table>`,
      '| a   |     |\n| --- | --- |\n| 1   | 2   |'
    ],
    [
      'a cell over two columns keeps those behind it in place',
      `<table>${row(td('a', 'colspan=2'), td('b'))}${row(td('1'), td('2'), td('3'))}</table>`,
      '| a   |   | b   |\n| --- | --- | --- |\n| 1   | 2   | 3   |'
    ],
    [
      'several rows of heads have one line below them',
      `<table><thead>${row('<th>a</th><th>b</th>')}${row('<th>c</th><th>d</th>')}</thead></table>`,
      '| a   | b   |\n| --- | --- |\n| c   | d   |'
    ],
    [
      'signs in cells are escaped once',
      `<table>${row(td('x*y'), td('a|b'))}${row(td('<code>c|d</code>'), td('1. e'))}</table>`,
      '| x\\*y | a\\|b |\n| --- | --- |\n| `c\\|d` | 1\\. e |'
    ],
    ['one of blank cells is nothing', `<p>a</p><table>${row(td(''), td(' '))}</table>`, 'a']
  ])('%s', (_, html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  test('what stands in its cells is what is read', () => {
    const cells = ['x*y', 'a|b', '\\', '`', '1. e', '# f'];
    const html = `<table>${row(...cells.map((text) => td(text)))}</table>`;
    expect(renderMarkdown(htmlToMarkdown(html)).text.trim().split('\t')).toEqual(cells);
  });

  test('a cell that claims a million columns is as wide as a table may be', () => {
    const html = `<table>${row(td('a', 'colspan=1000000'))}</table>`;
    expect(htmlToMarkdown(html).length).toBeLessThan(2_000);
  });
});

test('each list counts its own items', () => {
  const html =
    '<ol start="3"><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol><ol><li>e</li></ol>';
  expect(htmlToMarkdown(html)).toBe('3. a\n   1. b\n   2. c\n4. d\n\n1. e');
});

test('a text of nothing but signs is escaped to the last of them', () => {
  const signs = '*_'.repeat(60_000);
  expect(htmlToMarkdown(`<p>${signs}</p>`)).toBe('\\*\\_'.repeat(60_000));
});

test('two spaces at the end of a line break it, and no others stay', () => {
  expect(htmlToMarkdown('<p>a<br>b</p><pre>c   \nd </pre>')).toBe('a  \nb\n\nc  \nd');
});
