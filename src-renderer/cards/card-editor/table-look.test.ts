/** Whatever is typed and deleted by hand in a table, its rows and columns stay; the cursor stays in cells. */
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableAt } from './table-edit.js';
import { draw, tableLook } from './table-look.js';

const table = '| Side | Asks for |\n| --- | --- |\n| Kyiv | a ceasefire |\n|  | Donetsk |';
const doc = `Before\n\n${table}\n\nAfter`;
const start = 8;

const stateAt = (at: number) =>
  EditorState.create({
    doc,
    selection: { anchor: at },
    extensions: [markdown({ base: markdownLanguage, addKeymap: false }), tableLook]
  });

function shapeOf(text: string) {
  const found = tableAt(text, text.indexOf('|'));
  return found?.rows.map(({ cells }) => cells.length);
}

test('what is deleted or typed over in a table leaves its rows and columns', () => {
  const within = fc.nat(table.length);
  fc.assert(
    fc.property(within, within, fc.constantFrom('', 'x'), (one, other, insert) => {
      const [from, to] = [start + Math.min(one, other), start + Math.max(one, other)];
      fc.pre(to - from < table.length && from < to);
      const state = stateAt(0);
      const userEvent = insert ? 'input.type' : 'delete.selection';
      const after = state.update({ changes: { from, to, insert }, userEvent }).state;
      expect(shapeOf(after.doc.toString())).toEqual([2, 2, 2]);
    })
  );
});

test('a table that is selected whole goes, and edits by command are free', () => {
  const state = stateAt(0);
  const changes = { from: start, to: start + table.length };
  const whole = state.update({ changes, userEvent: 'delete.selection' }).state;
  expect(whole.doc.toString()).toBe('Before\n\n\n\nAfter');
  const row = state.update({
    changes: { from: start + table.lastIndexOf('\n'), to: start + table.length },
    userEvent: 'input.format'
  }).state;
  expect(shapeOf(row.doc.toString())).toEqual([2, 2]);
});

const at = (words: string) => start + table.indexOf(words);

test.each([
  ['Home', at('ceasefire'), at('| Kyiv'), at('Kyiv')],
  ['End', at('Kyiv'), at('\n|  |'), at('\n|  |') - 2],
  ['left of the first cell', at('Kyiv'), at('| Kyiv'), at('for |') + 3],
  ['left out of the table', at('Side'), start, start - 1],
  ['down over the dashes', at('Side'), at('---'), at('Kyiv')],
  ['up over the dashes', at('Kyiv'), at('---'), at('for |') + 3],
  [
    'right of the last cell',
    start + table.length - 2,
    start + table.length,
    start + table.length + 1
  ]
])('the cursor goes by %s into a cell, or out', (_, before, to, expected) => {
  const moved = stateAt(before).update({ selection: { anchor: to } }).state;
  expect(moved.selection.main.head).toBe(expected);
});

test('a key that would delete a bar changes nothing, the cursor neither', () => {
  const before = stateAt(at('Donetsk'));
  const after = before.update({
    changes: { from: at('Donetsk') - 2, to: at('Donetsk') },
    selection: { anchor: at('Donetsk') - 2 },
    userEvent: 'delete.backward'
  }).state;
  expect(after.doc.toString()).toBe(doc);
  expect(after.selection.main.head).toBe(at('Donetsk'));
});

test('of a long table only the rows that are seen are drawn', () => {
  const row = '| a | b |\n';
  const state = EditorState.create({
    doc: `${row}| --- | --- |\n${row.repeat(3_000)}`,
    extensions: [markdown({ base: markdownLanguage, addKeymap: false }), tableLook]
  });
  const whole = { from: 0, to: state.doc.length };
  expect(ensureSyntaxTree(state, whole.to, 60_000)).not.toBeNull();
  // The tree that was read is known from the next state on.
  const read = state.update({}).state;
  const [marksOf, gapsOf] = [0, 1].map(
    (which) => (range: { from: number; to: number }) =>
      draw({ state: read, visibleRanges: [range] })[which]?.size
  );
  expect(marksOf?.(whole)).toBeGreaterThan(3_000);
  const from = 1_000 * row.length;
  const seen = { from, to: from + 10 * row.length };
  expect(marksOf?.(seen)).toBeGreaterThan(20);
  expect(marksOf?.(seen)).toBeLessThan(100);
  expect(gapsOf?.(seen)).toBeLessThan(50);
});
