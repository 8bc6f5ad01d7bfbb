import { expect, test } from 'vitest';
import {
  listKey,
  extendTo,
  keepListed,
  nothingSelected,
  selectAll,
  toggle,
  toggleBeside
} from './list-keys.js';
import { newId } from '../../src-main/domain/base/values.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<typeof none> = {}) =>
  listKey({ key, ...none, ...held }, 5, 100, 8);

test.each([
  ['ArrowDown', {}, { does: 'move', to: 6 }],
  ['PageUp', {}, { does: 'move', to: -3 }],
  ['End', { shiftKey: true }, { does: 'extend', to: 99 }],
  [' ', {}, { does: 'open' }],
  [' ', { ctrlKey: true }, { does: 'toggle' }],
  ['a', { metaKey: true }, { does: 'all' }],
  ['F10', { shiftKey: true }, { does: 'menu' }],
  ['F10', {}, null],
  ['a', {}, null],
  ['ArrowDown', { altKey: true }, null],
  ['a', { ctrlKey: true, shiftKey: true }, null]
])('%s with %o', (key, held, does) => {
  expect(press(key, held)).toEqual(does);
});

const listed = Array.from({ length: 5 }, () => newId());
const [a, b, c, d, e] = listed;
const places = ({ ids }: typeof nothingSelected) => [...ids].map((id) => listed.indexOf(id)).sort();

test('a row is taken in and out again', () => {
  const one = toggle(toggle(nothingSelected, b!), d!);
  expect(places(one)).toEqual([1, 3]);
  expect(places(toggle(one, b!))).toEqual([3]);
});

test('a stretch goes from where it began, up or down, however often it is extended', () => {
  const down = extendTo(nothingSelected, listed, b!, d!);
  expect(places(down)).toEqual([1, 2, 3]);
  const up = extendTo(down, listed, d!, a!);
  expect(places(up)).toEqual([0, 1]);
  expect(places(extendTo(toggle(up, e!), listed, a!, d!))).toEqual([3, 4]);
});

test('what is no longer listed is no longer selected, and an anchor that has gone begins anew', () => {
  const rest = listed.filter((id) => id !== c);
  const all = selectAll(listed);
  expect(places(keepListed(all, rest))).toEqual([0, 1, 3, 4]);
  expect(keepListed(all, listed)).toBe(all);
  expect(places(extendTo(toggle(nothingSelected, c!), rest, d!, e!))).toEqual([3, 4]);
});

test('a click with Ctrl adds to the row that is open, and later clicks to what is selected', () => {
  const [a, b, c] = [newId(), newId(), newId()];
  const two = toggleBeside(nothingSelected, b, a);
  expect([...two.ids]).toEqual([a, b]);
  expect([...toggleBeside(two, c, a).ids]).toEqual([a, b, c]);
  expect([...toggleBeside(two, a, a).ids]).toEqual([b]);
  expect([...toggleBeside(nothingSelected, a, a).ids]).toEqual([a]);
  expect([...toggleBeside(nothingSelected, b, null).ids]).toEqual([b]);
});
