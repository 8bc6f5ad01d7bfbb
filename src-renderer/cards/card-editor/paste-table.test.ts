/** A table that is pasted stays a table, and never breaks the one that it is pasted into. */
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxTableColumns } from '../../../src-main/domain/base/limits.js';
import { inOneCell, putRows, rowsOfMarkdown, rowsOfText, tableOfRows } from './paste-table.js';
import { tableAt } from './table-edit.js';
import { tableLook } from './table-look.js';
import type { TextChange } from './toggle-mark.js';

const table = '| Side | Asks for |\n| --- | --- |\n| Kyiv | a ceasefire |\n|  | Donetsk |';

function changed(text: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text);
}

function put(at: number, rows: readonly (readonly string[])[], text = table): string | null {
  const laid = putRows(text, at, rows);
  return laid && changed(text, laid.changes);
}

test.each([
  [
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd']
    ]
  ],
  [
    'a\tb\r\nc\t\r\n',
    [
      ['a', 'b'],
      ['c', '']
    ]
  ],
  [
    '"two\nlines"\t"say ""no"""\nc\td',
    [
      ['two\nlines', 'say "no"'],
      ['c', 'd']
    ]
  ],
  [
    '5" pipe\tb\nc\td',
    [
      ['5" pipe', 'b'],
      ['c', 'd']
    ]
  ],
  ['no table', null],
  ['\tindented\n\tcode', null],
  ['a\tb\nno tab here', null]
])('the text of a spreadsheet %j', (text, rows) => {
  expect(rowsOfText(text)).toEqual(rows);
});

test('Markdown is taken for rows where it is one table and nothing else', () => {
  expect(rowsOfMarkdown(table)).toEqual([
    ['Side', 'Asks for'],
    ['Kyiv', 'a ceasefire'],
    ['', 'Donetsk']
  ]);
  for (const other of ['', 'Words', `Words\n\n${table}`, `${table}\n\nWords`]) {
    expect(rowsOfMarkdown(other)).toBeNull();
  }
});

test('rows become a table of their own, bars and line ends in cells too', () => {
  const made = tableOfRows([['a|b', 'two\nlines'], ['c']]);
  expect(made).toBe('| a\\|b | two lines |\n| --- | --- |\n| c |  |');
  expect(rowsOfMarkdown(made ?? '')).toEqual([
    ['a\\|b', 'two lines'],
    ['c', '']
  ]);
  expect(tableOfRows([Array.from({ length: maxTableColumns + 1 }, () => 'x')])).toBeNull();
});

test('rows are laid over cells, and the table grows by what lacks', () => {
  expect(put(table.indexOf('Kyiv'), [['Ankara', 'talks']])).toBe(
    table.replace('| Kyiv | a ceasefire |', '| Ankara | talks |')
  );
  expect(
    put(table.indexOf('Donetsk'), [
      ['1', '2'],
      ['3', '4']
    ])
  ).toBe(
    [
      '| Side | Asks for |  |',
      '| --- | --- | --- |',
      '| Kyiv | a ceasefire |  |',
      '|  | 1 | 2 |',
      '|  | 3 | 4 |'
    ].join('\n')
  );
  expect(put(0, [['x'.repeat(3)]], 'No table')).toBeNull();
});

test('whatever is pasted where, the table stays one, and all of it is there', () => {
  const cell = fc.stringMatching(/^[a-z|\n\\]{0,4}$/);
  const rows = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([height, width]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height
      })
    );
  fc.assert(
    fc.property(fc.nat(table.length), rows, (at, pasted) => {
      const place = tableAt(table, at);
      const text = put(at, pasted) ?? '';
      const after = tableAt(text, 0);
      const widths = after?.rows.map(({ cells }) => cells.length) ?? [];
      expect(new Set(widths).size).toBe(1);
      expect(after?.dashes.cells.length).toBe(widths[0]);
      expect(after?.rows.at(-1)?.to).toBe(text.length);
      pasted.forEach((row, i) =>
        row.forEach((words, j) => {
          const own = after?.rows[(place?.row ?? 0) + i]?.cells[(place?.column ?? 0) + j];
          expect(text.slice(own?.from, own?.to).trim()).toBe(inOneCell(words));
        })
      );
    })
  );
});

test('what is pasted or dropped over any part of a table leaves its rows and columns', () => {
  const doc = `Before\n\n${table}\n\nAfter`;
  const start = 8;
  const extensions = [markdown({ base: markdownLanguage, addKeymap: false }), tableLook];
  fc.assert(
    fc.property(
      fc.nat(table.length),
      fc.nat(table.length),
      fc.stringMatching(/^[a-z|\n]{1,6}$/),
      fc.constantFrom('input.paste', 'input.drop'),
      (one, other, insert, userEvent) => {
        const [from, to] = [start + Math.min(one, other), start + Math.max(one, other)];
        fc.pre(to - from < table.length);
        const dashes = tableAt(doc, start)?.dashes ?? { from: 0, to: 0 };
        fc.pre(to < dashes.from || from > dashes.to);
        const state = EditorState.create({ doc, selection: { anchor: 0 }, extensions });
        const after = state.update({ changes: { from, to, insert }, userEvent }).state;
        const text = after.doc.toString();
        const kept = tableAt(text, text.indexOf('|'));
        expect(kept?.rows.map(({ cells }) => cells.length)).toEqual([2, 2, 2]);
      }
    )
  );
});
