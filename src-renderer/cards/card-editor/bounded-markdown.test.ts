/** Protects a key's time in the editor: what is read of a text grows with the text, whatever stands in it. */
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { describe, expect, it } from 'vitest';
import { boundedMarkdown } from './bounded-markdown.js';

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
