/** A table that is typed as Markdown, sign by sign, is that table: in the card, and as it is printed. */
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lexMarkdown } from '../../../src-main/domain/markdown/lex-markdown.js';
import type { Marked } from './toggle-mark.js';
import { goToRowBelow, typeBar } from './table-edit.js';
import { tableLook } from './table-look.js';

/** What the keys of a text make of an empty card, as the editor handles them. */
function typed(keys: string): string {
  let state = EditorState.create({
    extensions: [markdown({ base: markdownLanguage, addKeymap: false }), tableLook]
  });
  for (const key of keys) {
    const at = state.selection.main.head;
    const text = state.doc.toString();
    const marked: Marked | null =
      key === '\n' ? goToRowBelow(text, at) : key === '|' ? typeBar(text, at) : null;
    const { changes, selection } = marked ?? {
      changes: [{ from: at, to: at, insert: key }],
      selection: { from: at + 1, to: at + 1 }
    };
    state = state.update({
      changes: [...changes],
      selection: { anchor: selection.to },
      ...(marked ? {} : { userEvent: 'input.type' })
    }).state;
  }
  return state.doc.toString();
}

/** The words of the cells, row by row. */
function tableOf(text: string): readonly (readonly string[])[] {
  const tables = lexMarkdown(text).tokens.flatMap((token) =>
    token.type === 'table' ? [token] : []
  );
  expect(tables, text).toHaveLength(1);
  const [table] = tables;
  if (!table) return [];
  return [table.header, ...table.rows].map((row) => row.map((cell) => cell.text));
}

const words = fc.stringMatching(/^[a-z0-9é.]{1,4}( [a-z0-9é.]{1,4})?$/);
const cell = fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: fc.constant('') });
const rows = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.tuple(
      fc.array(words, { minLength: columns, maxLength: columns }),
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 4 })
    )
  )
  // An empty last row is how a table is left.
  .filter(([, body]) => body.every((row) => row.some((one) => one !== '')));

test('a table comes out as it was typed, whatever stands in its cells', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom('', ' '),
      fc.constantFrom('-', '---', ':-:'),
      (all, gap, dash) => {
        const [header, body] = all;
        const line = (row: readonly string[]) =>
          `|${row.map((one) => `${gap}${one}${gap || (one === '' ? ' ' : '')}`).join('|')}|`;
        const keys = [line(header), line(header.map(() => dash)), ...body.map(line)].join('\n');
        expect(tableOf(typed(keys))).toEqual([header, ...body]);
        // Enter twice leads out, and what is typed then is no part of it.
        const then = typed(`${keys}\n\nAfter`);
        expect(tableOf(then)).toEqual([header, ...body]);
        expect(then.endsWith('\nAfter')).toBe(true);
      }
    )
  );
});

test.each([
  ['without outer bars', 'Side | Asks\n--- | ---\nKyiv | a ceasefire\nMoscow | Donetsk'],
  ['without the last bar', '| Side | Asks\n| --- | ---\n| Kyiv | a ceasefire\n| Moscow | Donetsk']
])('%s too', (_, keys) => {
  expect(tableOf(typed(keys))).toEqual([
    ['Side', 'Asks'],
    ['Kyiv', 'a ceasefire'],
    ['Moscow', 'Donetsk']
  ]);
});

test('in a cell a bar is one of its words, also behind a backslash', () => {
  const table = '| Side | Asks |\n| --- | --- |\n';
  expect(typed(`${table}a | b`)).toBe('| Side | Asks |\n| --- | --- |\n| a \\| b |  |');
  expect(typed(`${table}a \\| b`)).toBe('| Side | Asks |\n| --- | --- |\n| a \\| b |  |');
});

test('over selected words of a cell a bar is a word, over the whole table it is none', () => {
  const table = '| Side |\n| --- |\n| Kyiv |';
  expect(typeBar(table, 2, 6)?.changes).toEqual([{ from: 2, to: 6, insert: '\\|' }]);
  expect(typeBar(table, 0, table.length)).toBeNull();
});
