import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { apply, parse } from './testing/marked-text.js';
import {
  addColumn,
  addRow,
  besideTable,
  goBelowTable,
  goToCell,
  goToRowBelow,
  insertTable,
  removeColumn,
  removeRow,
  tableAt
} from './table-edit.js';

const table = '| A | B |\n| --- | --- |\n| 1 | 2 |';

describe('in a table', () => {
  test.each([
    ['on', '| [A] | B |\n|---|---|', 1, '| A | [B] |\n|---|---|'],
    [
      'over the dashes',
      '| A | B[] |\n|---|---|\n| 1 | 2 |',
      1,
      '| A | B |\n|---|---|\n| [1] | 2 |'
    ],
    ['back', '| A | B |\n|---|---|\n| 1[] | 2 |', -1, '| A | [B] |\n|---|---|\n| 1 | 2 |'],
    ['not before the first', '| A[] | B |\n|---|---|', -1, '| A[] | B |\n|---|---|'],
    ['into an empty cell', '| A[] |  |\n|---|---|', 1, '| A | [] |\n|---|---|'],
    ['into a new row', '| A |\n|---|\n| 1[] |', 1, '| A |\n|---|\n| 1 |\n| [] |'],
    ['without outer bars', 'A[] | B\n---|---', 1, 'A | [B]\n---|---'],
    ['past an escaped bar', '| a\\|b[] | c |\n|---|---|', 1, '| a\\|b | [c] |\n|---|---|']
  ] as const)('a key goes %s', (_, before, step, after) => {
    const { text, from } = parse(before);
    const moved = goToCell(text, from, step);
    expect(moved && apply(text, moved)).toBe(after);
  });

  test('a row is added behind the header, and behind the row', () => {
    const behindHeader = addRow(table, 2);
    expect(behindHeader && apply(table, behindHeader)).toBe(
      '| A | B |\n| --- | --- |\n| [] |  |\n| 1 | 2 |'
    );
    const last = addRow(table, table.length - 3);
    expect(last && apply(table, last)).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |\n| [] |  |');
  });

  test('a column is added behind the cell', () => {
    const first = addColumn(table, 2);
    expect(first && apply(table, first)).toBe('| A | [] | B |\n| --- | --- | --- |\n| 1 |  | 2 |');
    const last = addColumn(table, table.length - 3);
    expect(last && apply(table, last)).toBe('| A | B |  |\n| --- | --- | --- |\n| 1 | 2 | [] |');
  });
});

test('a card is split before or behind a table, never in one', () => {
  const text = `Above\n\n${table}\n\nBelow`;
  const [start, end] = [text.indexOf('|'), text.indexOf('\n\nBelow')];
  expect(besideTable(text, 2)).toBe(2);
  expect(besideTable(text, start + 4)).toBe(start);
  expect(besideTable(text, text.indexOf('1'))).toBe(end);
  expect(besideTable(table, 2)).toBe(table.length);
});

test('below a table at the end a paragraph is made', () => {
  const below = `${table}\n\n[]`;
  const last = table.indexOf('2');
  for (const text of [table, `${table}\n`, `${table}\n\n`]) {
    const moved = goBelowTable(text, last);
    expect(moved && apply(text, moved)).toBe(below);
  }
  expect(goBelowTable(table, 2)).toBeNull();
  expect(goBelowTable(`${table}\n\nBelow`, last)).toBeNull();
});

test.each(['no table', 'a | b', '| a |\nno dashes'])('“%s” is none', (text) => {
  expect([goToCell(text, 1, 1), addRow(text, 1), addColumn(text, 1)]).toEqual([null, null, null]);
});

test.each([
  ['Words[]', 'Words\n\n| [Column] | Column |\n| --- | --- |\n|  |  |\n'],
  ['- a\n[]\nb', '- a\n\n| [Column] | Column |\n| --- | --- |\n|  |  |\n\nb'],
  ['[]\n\nb', '| [Column] | Column |\n| --- | --- |\n|  |  |\n\nb']
])('a table stands by itself in %j', (before, after) => {
  const { text, from } = parse(before);
  expect(apply(text, insertTable(text, from))).toBe(after);
});

const three = '| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |';

test.each([
  ['| A | B |\n| --- | --- |\n| 1[] | 2 |\n| 3 | 4 |', '| A | B |\n| --- | --- |\n| [3] | 4 |'],
  ['| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4[] |', '| A | B |\n| --- | --- |\n| 1 | [2] |'],
  ['Before\n\n| A[] |\n|---|\n| 1 |\n\nAfter', 'Before\n\n[]\n\nAfter']
])('a row of %j is removed', (marked, after) => {
  const { text, from } = parse(marked);
  const removed = removeRow(text, from);
  expect(removed && apply(text, removed)).toBe(after);
});

test.each([
  ['| A[] | B |\n| --- | --- |\n| 1 | 2 |', '| [B] |\n| --- |\n| 2 |'],
  ['| A | B |\n| --- | --- |\n| 1 | 2[] |', '| A |\n| --- |\n| [1] |'],
  ['A[] | B\n---|---\n1 | 2', '[B]'],
  ['| A[] |\n|---|\n| 1 |', '[]']
])('a column of %j is removed', (marked, after) => {
  const { text, from } = parse(marked);
  const removed = removeColumn(text, from);
  const changed = removed && apply(text, removed);
  expect(after === '[B]' ? changed?.trim().startsWith('[B]') : changed === after).toBe(true);
});

test.each([
  ['| A[] |\n|---|\n| 1 |', '| A |\n|---|\n| [1] |'],
  ['| A |\n|---|\n| 1[] |', '| A |\n|---|\n| 1 |\n| [] |'],
  ['| A |\n|---|\n| 1 |\n| [] |', '| A |\n|---|\n| 1 |\n\n[]'],
  ['| A |\n|---|\n| 1 |\n| [] |\n\nAfter', '| A |\n|---|\n| 1 |\n\n[]\n\nAfter']
])('Enter in %j goes down, into a new row, and out of an empty last one', (marked, after) => {
  const { text, from } = parse(marked);
  const moved = goToRowBelow(text, from);
  expect(moved && apply(text, moved)).toBe(after);
});

test('what has fewer dashes than headings is no table', () => {
  expect(addRow('| A | B |\n|---|\n| 1 | 2 |', 2)).toBeNull();
  expect(removeRow(three, 0)?.changes).toHaveLength(1);
});

test('a table is read from its last row without moving the rows that were read before', () => {
  const text = `${table}\n${'| a |\n'.repeat(2_000)}| z |`;
  let moved = 0;
  const unshift = Array.prototype.unshift;
  const spy = vi.spyOn(Array.prototype, 'unshift').mockImplementation(function (
    this: unknown[],
    ...entries: unknown[]
  ) {
    moved += this.length;
    return unshift.apply(this, entries);
  });
  onTestFinished(() => spy.mockRestore());
  const found = tableAt(text, text.length);
  spy.mockRestore();
  expect(found?.rows).toHaveLength(2_003);
  expect(found?.row).toBe(2_002);
  expect(found?.rows.map(({ from }) => from)).toEqual(
    found?.rows.map(({ from }) => from).toSorted((a, b) => a - b)
  );
  expect(moved).toBeLessThan(10_000);
});
