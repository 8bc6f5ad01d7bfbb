/** What a PDF without structure tells by its layout alone: headings, tables, lists, notes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import {
  column,
  makePdf,
  type MadePage,
  type PlacedLine,
  type PlacedRule
} from './testing/make-pdf.js';
import { readPdf } from './read-pdf.js';

const body = [
  'The two delegations met again on Monday in the old town hall, and they',
  'talked about the border for nine hours. Nothing was signed in the end,',
  'although both sides had said before that a text of it was ready to sign.'
];
const read = body.join(' ');

async function blocksOf(...pages: MadePage[]): Promise<readonly string[]> {
  return (await readPdf('a.pdf', makePdf(pages))).text.split('\n\n');
}

/** Texts of one font, from `y` down. */
function below(y: number, lines: readonly string[] = body): readonly PlacedLine[] {
  return column(lines, { top: y });
}

describe('headings', () => {
  const line = (text: string, y: number, size: number, bold = false): PlacedLine => ({
    text,
    x: 72,
    y,
    size,
    bold
  });

  test('are larger or bolder than the text, and rank by that', async () => {
    const blocks = await blocksOf([
      line('Talks in the old town hall', 780, 20),
      line('Where things stand', 745, 15),
      ...below(720),
      line('What comes next', 660, 11, true),
      ...below(640),
      line('Who was there', 580, 15),
      ...below(555)
    ]);
    expect(blocks).toEqual([
      '# Talks in the old town hall',
      '## Where things stand',
      read,
      '### What comes next',
      read,
      '## Who was there',
      read
    ]);
  });

  test('numbered in parts they need no look of their own', async () => {
    const [heading] = await blocksOf([line('2.1 The hosts', 780, 11), ...below(755)]);
    expect(heading).toBe('# 2\\.1 The hosts');
  });

  test.each([
    ['a caption', 'Table 1: What was counted', 13, true],
    ['a sentence', 'Nothing was signed in the end.', 13, true],
    ['a byline', 'Ann Lee and Bo Ray', 13, false]
  ])('%s is none', async (_, text, size, bold) => {
    const blocks = await blocksOf([
      line('Talks in the old town hall', 800, 22),
      line(text, 770, size, bold),
      ...below(740)
    ]);
    expect(blocks[1]).toBe(text);
  });

  test('bold words that open a paragraph are none', async () => {
    const bold = body[0]!;
    const blocks = await blocksOf([
      line(bold, 740, 11, true),
      ...below(726, body.slice(1)),
      ...below(660),
      ...below(600)
    ]);
    expect(blocks[0]).toBe(read);
  });

  test('a sign at the end of one does not close it', async () => {
    const [heading] = await blocksOf([line('On the key of C #', 780, 20), ...below(740)]);
    expect(renderMarkdown(heading!).text).toBe('On the key of C #');
  });
});

describe('tables', () => {
  const cells = [
    ['Region', '2023', '2024', 'Assessment'],
    ['North', '1,200', '1,300', 'stable'],
    ['West and islands', '1,311', '1,423', 'unclear'],
    ['Capital', '1,348', '1,464', 'stable']
  ];
  const table =
    '| Region | 2023 | 2024 | Assessment |\n| --- | --- | --- | --- |\n' +
    '| North | 1,200 | 1,300 | stable |\n| West and islands | 1,311 | 1,423 | unclear |\n' +
    '| Capital | 1,348 | 1,464 | stable |';

  function grid(
    rows: readonly (readonly string[])[],
    { top = 640, xs = [72, 200, 260, 320], step = 18 } = {}
  ): PlacedLine[] {
    return rows.flatMap((row, i) =>
      row.flatMap((text, j) => (text === '' ? [] : { text, x: xs[j] ?? 400, y: top - i * step }))
    );
  }

  test('are told by cells that stand in line', async () => {
    expect(await blocksOf([...below(720), ...grid(cells), ...below(540)])).toEqual([
      read,
      table,
      read
    ]);
  });

  test('a cell of several lines is one, and what is centred beside it is in its row', async () => {
    const page = [
      ...grid(cells.slice(0, 2)),
      { text: 'West and', x: 72, y: 604 },
      { text: 'islands', x: 72, y: 590 },
      ...grid([['', '1,311', '1,423', 'unclear']], { top: 597 }),
      ...grid(cells.slice(3), { top: 572 })
    ];
    expect(await blocksOf([...below(720), ...page, ...below(520)])).toEqual([read, table, read]);
  });

  test('are told by the rules around their cells, however near these are', async () => {
    const xs = [70, 112, 146, 180, 260];
    const ys = [700, 684, 668, 652, 636];
    const rules: PlacedRule[] = [
      ...xs.map((x): PlacedRule => ({ from: [x, 636], to: [x, 700] })),
      ...ys.map((y): PlacedRule => ({ from: [70, y], to: [260, y] }))
    ];
    const narrow = cells.map((row) => row.map((text) => text.split(' ')[0]!));
    const page = [...grid(narrow, { top: 688, xs: [72, 114, 148, 182], step: 16 }), ...rules];
    expect(await blocksOf([...page, ...below(600)])).toEqual([
      table.replace(' and islands', ''),
      read
    ]);
  });

  test('go on over the page, without their head again', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => [
      `Place ${i}`,
      `${i * 7}`,
      `${i * 9}`,
      'even'
    ]);
    const head = cells[0]!;
    const [made, ...rest] = await blocksOf(
      [...grid([head, ...rows.slice(0, 4)], { top: 700 })],
      [...grid([head, ...rows.slice(4)], { top: 780 }), ...below(600)]
    );
    expect(made!.split('\n')).toHaveLength(10);
    expect(rest).toEqual([read]);
  });

  test('where it is not certain what is a row, the lines stay together', async () => {
    const uneven = [
      ['North', 'some', 'of it', 'x'],
      ['South', 'none', 'of it', ''],
      ['', 'at all', '', 'y'],
      ['East', 'more', '', ''],
      ['', '', 'than that', 'z']
    ];
    const blocks = await blocksOf([...below(720), ...grid(uneven, { step: 14 }), ...below(540)]);
    expect(blocks).toEqual([
      read,
      'North some of it x  \nSouth none of it  \nat all y  \nEast more  \nthan that z',
      read
    ]);
  });

  test.each([
    ['two columns of text', 2],
    ['three columns of text', 3]
  ])('%s are none', async (_, columns) => {
    const texts = body.flatMap((line) => [line.slice(0, 30).trim(), line.slice(30, 60).trim()]);
    const page = Array.from({ length: columns }, (__, i) =>
      column([...texts, ...texts], { x: 40 + i * 180, size: 8, step: 10 })
    ).flat();
    const text = (await blocksOf(page)).join('\n\n');
    expect(text).not.toContain('|');
    expect(text).not.toContain('  \n');
  });
});

describe('lists', () => {
  test('of bullets and of numbers that count up', async () => {
    const blocks = await blocksOf([
      ...below(720),
      ...column(['\x95 One point', '\x95 Another point'], { top: 660 }),
      ...column(['1. One step', '2. Another step'], { top: 620 }),
      ...below(580)
    ]);
    expect(blocks).toEqual([
      read,
      '- One point\n- Another point',
      '1. One step\n2. Another step',
      read
    ]);
  });

  test('a bullet belongs to the words that stand apart from it', async () => {
    const apart = (y: number, text: string) => [
      { text: '\x95', x: 72, y },
      { text, x: 95, y }
    ];
    const page = [...apart(700, 'One point'), ...apart(686, 'Another point'), ...below(640)];
    expect((await blocksOf(page))[0]).toBe('- One point\n- Another point');
  });

  test('a number alone is a word of its text', async () => {
    expect((await blocksOf([...below(720, ['7. The end of it all']), ...below(690)]))[0]).toBe(
      '7\\. The end of it all'
    );
  });
});

test('notes at the foot of a page do not part the sentence that runs over its end', async () => {
  const note = { text: '1 So the host in his letter.', x: 72, y: 60, size: 8 };
  const text = await blocksOf(
    [...below(140, body.slice(0, 2)), { text: 'They are to meet', x: 72, y: 112 }, note],
    [...below(760, ['again in the autumn, when the snow has', 'gone from the passes.'])]
  );
  expect(text).toEqual([
    `${body.slice(0, 2).join(' ')} They are to meet again in the autumn, when the snow has gone from the passes.`,
    '1 So the host in his letter.'
  ]);
});

test('entries that hang out are apart', async () => {
  const entry = (y: number) => [
    { text: 'Lee, Ann and Bo Ray: On the talks in the old town hall, a report', x: 72, y },
    { text: 'of nine hours that were in vain', x: 90, y: y - 14 }
  ];
  expect(await blocksOf([...entry(700), ...entry(672)])).toHaveLength(2);
});

test('whatever signs are in its words, they stay words', async () => {
  const signs = fc.constantFrom(
    ...'#*_-+=:|>~`[]!&;.1\\<$a b'.split(''),
    '1.',
    '---',
    '&amp;',
    '**',
    'https://a.example/b_c*d',
    '# '
  );
  const words = fc.array(signs, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 5 }), async (lines) => {
      const page = [
        ...lines.map((line, i) => ({ text: `Word ${line} end.`, x: 72, y: 700 - 40 * i }))
      ];
      const { text } = await readPdf('a.pdf', makePdf([page]));
      const seen = renderMarkdown(text).text;
      expect(seen.replace(/\s+/g, '')).toBe(
        page
          .map((line) => line.text)
          .join('')
          .replace(/\s+/g, '')
      );
    }),
    { numRuns: bySize({ usual: 60, full: 1_000 }) }
  );
});
