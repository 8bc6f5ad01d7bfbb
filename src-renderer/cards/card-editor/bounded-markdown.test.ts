/** Protects a key's time in the editor: what is read of a text grows with the text, whatever stands in it. */
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { describe, expect, it, test } from 'vitest';
import { boundedMarkdown, toMarkdown } from './bounded-markdown.js';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';

const { parser } = markdown({ base: markdownLanguage, extensions: boundedMarkdown }).language;

function nodesOf(text: string): string[] {
  const names: string[] = [];
  parser.parse(text).iterate({ enter: ({ name }) => void names.push(name) });
  return names;
}
const deepest = (text: string) => {
  let [depth, most] = [0, 0];
  parser.parse(text).iterate({
    enter: () => void (most = Math.max(most, ++depth)),
    leave: () => void (depth -= 1)
  });
  return most;
};

describe('boundedMarkdown', () => {
  it('shows what people write as what it means', () => {
    const names = nodesOf('# A *b*\n\n> - [c](d) `e` **f**\n\n[g]: h\n\n| i |\n|---|\n| _j_ |\n');
    for (const name of [
      'Emphasis',
      'Blockquote',
      'ListItem',
      'Link',
      'InlineCode',
      'LinkReference'
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => name === 'Emphasis')).toHaveLength(2);
    expect(names).toContain('StrongEmphasis');
  });

  it('follows quotes and lists no deeper than they are rendered', () => {
    expect(deepest('> - '.repeat(20))).toBeGreaterThan(20);
    expect(deepest('> - '.repeat(50_000))).toBeLessThan(150);
    expect(deepest('>'.repeat(200_000))).toBeLessThan(150);
  });

  it.each([
    ['emphasis inside emphasis', '*a **a '.repeat(15_000) + ' a** a*'.repeat(15_000)],
    ['references', '[a][b] '.repeat(30_000)],
    ['a heading', `# ${'*a* '.repeat(40_000)}`],
    ['a cell', `| ${'*a* '.repeat(40_000)} |\n|---|\n`]
  ])('leaves the signs unread in %s of many screens', (_, text) => {
    expect(nodesOf(text).length).toBeLessThan(20);
  });

  it('reads a long paragraph piece by piece', () => {
    const paragraphs = nodesOf('[a]: b "c\n'.repeat(20_000)).filter((name) => name === 'Paragraph');
    expect(paragraphs.length).toBeGreaterThan(15);
  });
});

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
