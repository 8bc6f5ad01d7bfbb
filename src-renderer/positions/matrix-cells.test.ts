/** Protects the slider: a step draws only the cells that it changes. */
import { expect, test } from 'vitest';
import { newId } from '../../src-main/domain/id.js';
import type { Position } from '../../src-main/domain/position.js';
import { cellsAsOf, type RowsOfCells } from './matrix-cells.js';

const [us, ukraine] = [{ id: newId() }, { id: newId() }];
const [ceasefire, nato] = [{ id: newId() }, { id: newId() }];
const supports = { id: newId(), stance: 'supports', reviewBy: '2025-08-20' } as Position;
const opposes = { id: newId(), stance: 'opposes', reviewBy: null } as Position;

/** The United States turn on the ceasefire on 15 August; nothing else ever changes. */
const ledger = {
  at: (actor: string, issue: string, day: string | null) => {
    if (issue !== ceasefire.id) return null;
    if (actor === ukraine.id) return supports;
    return day !== null && day < '2025-08-15' ? supports : opposes;
  }
};
const asOf = (day: string, before: RowsOfCells = new Map()) =>
  cellsAsOf(ledger, [us, ukraine], [ceasefire, nato], day, before);

test('rows and cells that a day leaves as they were are the same objects', () => {
  const first = asOf('2025-08-14');
  const later = asOf('2025-08-15', first);
  expect(later.get(ukraine.id)).toBe(first.get(ukraine.id));
  expect(later.get(us.id)).not.toBe(first.get(us.id));
  expect(later.get(us.id)?.[0]?.position).toBe(opposes);
  expect(later.get(us.id)?.[1]).toBe(first.get(us.id)?.[1]);
  expect(asOf('2025-08-16', later).get(us.id)).toBe(later.get(us.id));
});

test('a review that falls due changes its cell, other columns change every row', () => {
  const before = asOf('2025-08-19');
  const after = asOf('2025-08-21', before);
  expect(after.get(ukraine.id)?.[0]).toEqual({ position: supports, overdue: true });
  const turned = cellsAsOf(ledger, [us, ukraine], [nato, ceasefire], '2025-08-21', after);
  expect(turned.get(ukraine.id)?.map(({ position }) => position)).toEqual([null, supports]);
});
