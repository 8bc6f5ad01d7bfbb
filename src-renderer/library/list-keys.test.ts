import { expect, test } from 'vitest';
import { listKey } from './list-keys.js';

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
