/** Protects that a row which the carrier leaves out in the midst is told of, and one that is merely not readable yet is not. */
import { expect, test } from 'vitest';
import { gapsIn } from './gaps.js';

const device = 'ab'.repeat(16);
const row = (n: number) => ({ device, n, topic: 'cd'.repeat(16), bytes: new Uint8Array() });

test('tells of rows that are missing before one that waits', () => {
  expect(gapsIn([row(6), row(5)], () => 3)).toEqual([
    'Row 4 of device abababab was not handed out, and later ones rest on that. What came before is whole; the later ones wait.'
  ]);
  expect(gapsIn([row(6)], () => 3)[0]).toMatch(/^Rows 4 to 5 of device abababab were not/);
});

test('tells nothing of a row that is the next one, and waits for a key or a newer program', () => {
  expect(gapsIn([row(5), row(4)], () => 3)).toEqual([]);
  expect(gapsIn([], () => 3)).toEqual([]);
});
