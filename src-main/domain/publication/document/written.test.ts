/** What somebody wrote, as blocks: the words, where marks begin and end, and that nothing in it is markup. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../base/values.js';
import { paragraphStarts } from '../../markdown/paragraph-starts.js';
import { renderMarkdown, renderText } from '../../markdown/render-markdown.js';
import type { PrintedMark } from '../marks.js';
import type { TextBlock, WordsRun } from './blocks.js';
import { runsOfBlocks } from './simple.js';
import { blocksOfMarkdown, blocksOfText, runningAs } from './written.js';

const wordsRuns = (blocks: readonly TextBlock[]): readonly WordsRun[] =>
  [...runsOfBlocks(blocks)].flat().filter((run): run is WordsRun => 'text' in run);

/** On one line, without the numbers of paragraphs. */
const told = (blocks: readonly TextBlock[]) =>
  [...runsOfBlocks(blocks)]
    .map((runs) => runs.map((run) => ('text' in run ? run.text : ' ')).join(''))
    .join(' ')
    .replace(/¶\d+\u00a0/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();

function markOn(text: string, words: string, number: number | null = 1): PrintedMark {
  const start = text.indexOf(words);
  return {
    ...{ start, end: start + words.length, annotation: newId(), kind: 'claim', number, note: '' }
  };
}

const fragments = [
  ...[
    'Kyiv',
    'أوكرانيا',
    '乌克兰',
    '🕊',
    '**bold**',
    '_it_',
    '~~no~~',
    '`code`',
    '<b>x</b>',
    '&amp;'
  ],
  ...[
    '[a](https://a.example)',
    '![p](x.png)',
    '\\*',
    '<br>',
    '- ',
    '1. ',
    '> ',
    '# ',
    '```',
    '---'
  ],
  ...['| a | b |\n|---|---|\n| c | d |', '\n', '\n\n', '  \n', ' ', '[^1]', '\n\n[^1]: Note.\n\n']
];
const markdown = fc
  .array(fc.constantFrom(...fragments), { maxLength: 24 })
  .map((all) => all.join(''));

describe('the words', () => {
  test('of all runs are those of the rendered text, whatever was written in Markdown', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        expect(told(blocksOfMarkdown(source, 'ltr'))).toBe(flat(renderMarkdown(source).text));
      })
    );
  });

  test('of a plain text are its own, with a break at each end of a line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '<i>', '&lt;', ' ', '\n', '\r\n', '\n\n')),
        (all) => {
          const text = all.join('');
          expect(told(blocksOfText(text, 'text', 'ltr', []))).toBe(
            flat(renderText(text, 'text').text)
          );
        }
      )
    );
    const [block] = blocksOfText('One\nTwo', 'text', 'ltr', []);
    expect(block).toMatchObject({ runs: [{ text: 'One' }, { kind: 'break' }, { text: 'Two' }] });
  });

  test('a break leaves no space at the start of the next line', () => {
    expect(blocksOfMarkdown('One  \nTwo', 'ltr')).toMatchObject([
      { runs: [{ text: 'One' }, { kind: 'break' }, { text: 'Two' }] }
    ]);
  });

  test('hostile markup stays words', () => {
    const hostile = '<script>ran()</script><img src=x onerror=ran()>[x](javascript:ran())';
    for (const blocks of [
      blocksOfMarkdown(hostile, 'ltr'),
      blocksOfText(hostile, 'text', 'ltr', [])
    ]) {
      expect(told(blocks)).toContain('<script>ran()</script><img src=x onerror=ran()>');
      expect(wordsRuns(blocks).filter(({ link }) => link)).toEqual([]);
      expect(JSON.stringify(blocks)).not.toContain('"picture"');
    }
  });
});

describe('marks', () => {
  test('over blocks begin at their first and end at their last words, and leave the rest alone', () => {
    const source = 'Before one.\n\n- two\n- three\n\nfour after.';
    const { text } = renderMarkdown(source);
    const mark = markOn(text, text.slice(text.indexOf('one'), text.indexOf(' after')));
    const runs = wordsRuns(blocksOfMarkdown(source, 'ltr', [mark]));
    expect(runs.filter(({ marks }) => marks).map((run) => run.text)).toEqual([
      ...['one.', 'two', 'three', 'four']
    ]);
    expect(runs.filter(({ begins }) => begins).map((run) => run.text)).toEqual(['one.']);
    expect(runs.filter(({ ends }) => ends).map((run) => run.text)).toEqual(['four']);
  });

  test('that overlap are told from the widest to the narrowest', () => {
    const text = 'One two three';
    const [wide, narrow] = [markOn(text, text, 1), markOn(text, 'two', 2)];
    const runs = wordsRuns(blocksOfMarkdown(text, 'ltr', [narrow, wide]));
    expect(runs.map((run) => [run.text, run.marks?.map(({ number }) => number)])).toEqual([
      ['One ', [1]],
      ['two', [1, 2]],
      [' three', [1]]
    ]);
    expect(runs[1]?.ends?.map(({ number }) => number)).toEqual([2]);
  });

  test('cover the same words as in the text, wherever they lie', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.nat(40),
        fc.integer({ min: 1, max: 30 }),
        (source, start, length) => {
          const { text } = renderMarkdown(source);
          const mark = {
            ...markOn(text, '', 1),
            start,
            end: Math.min(text.length, start + length)
          };
          const marked = wordsRuns(blocksOfMarkdown(source, 'ltr', [mark])).filter(
            (run) => run.marks
          );
          const plain = (words: string) => words.replace(/\s+/gu, '');
          expect(plain(marked.map((run) => run.text).join(''))).toBe(
            plain(text.slice(mark.start, mark.end))
          );
        }
      )
    );
  });
});

test('the numbers of paragraphs are as many as a reader counts, in order, in text and Markdown', () => {
  fc.assert(
    fc.property(markdown, fc.constantFrom('text', 'markdown'), (source, format) => {
      const { html } = renderText(source, format);
      const numbers = JSON.stringify(blocksOfText(source, format, 'ltr', [])).match(/¶\d+/gu) ?? [];
      expect(numbers).toEqual(paragraphStarts(html).map((_start, index) => `¶${index + 1}`));
    })
  );
});

describe('blocks', () => {
  test('a table has its head, its columns and where they stand', () => {
    const [table] = blocksOfMarkdown('| a |   |\n|:-:|--:|\n| c | **d** |', 'ltr');
    expect(table).toMatchObject({
      ...{ kind: 'table', role: 'author', widths: null },
      head: [{ runs: [{ text: 'a' }], isHead: true, align: 'center' }, { runs: [] }],
      rows: [[{ runs: [{ text: 'c' }] }, { runs: [{ text: 'd', bold: true }], align: 'end' }]]
    });
  });

  test('lists keep their first number, their depth and the blocks of an item', () => {
    expect(blocksOfMarkdown('3. a\n\n   b\n   - c', 'ltr')).toMatchObject([
      {
        kind: 'list',
        start: 3,
        items: [[{ kind: 'paragraph' }, { kind: 'paragraph' }, { kind: 'list', start: null }]]
      }
    ]);
  });

  test('a footnote stands at the end, and its number is raised', () => {
    const [paragraph, notes] = blocksOfMarkdown('Said[^a].\n\n[^a]: By Ann.', 'ltr');
    expect(paragraph).toMatchObject({ runs: [{}, { text: '[1]', raised: true }, {}] });
    expect(notes).toMatchObject({ kind: 'list', start: 1 });
  });

  test('a picture that the text carries is one, and any other its description', () => {
    const data = 'data:image/png;base64,AAAA';
    expect(
      blocksOfMarkdown(`![Map](${data}) ![Other](https://a.example/x.png)`, 'ltr')
    ).toMatchObject([
      { runs: [{ kind: 'picture', source: data, description: 'Map' }, { text: ' Other' }] }
    ]);
  });

  test('those that run otherwise than the document say so', () => {
    const both = 'Left\n\nيمين\n\n- يمين';
    expect(
      blocksOfMarkdown(both, 'ltr').map((block) => 'direction' in block && block.direction)
    ).toEqual([false, 'rtl', 'rtl']);
    expect(
      blocksOfMarkdown(both, 'rtl').map((block) => 'direction' in block && block.direction)
    ).toEqual(['ltr', false, false]);
  });
});

test.each([
  ['words', 'ltr', undefined],
  ['words', 'rtl', 'ltr'],
  ['يمين', 'ltr', 'rtl'],
  ['17', 'rtl', undefined],
  ['\u2068Kyiv\u2069', 'rtl', undefined]
] as const)('%s in a document that runs %s', (words, document, direction) => {
  expect(runningAs(words, document).direction).toBe(direction);
});
