/** Protects the rows from jumping while the slider moves: a row has room for each of its entries. */
import { expect, test } from 'vitest';
import { newActor } from '../../../src-main/domain/briefing/actor.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import { nameLines, rowHeights } from './row-heights.js';

const [us, un] = [newActor('US', 'state'), newActor('UN', 'organisation')];
const widths = { actor: 10.5, issue: 9.5 };
const evidence = [entry(9, {}).id];
const heightOf = (...positions: Parameters<typeof rowHeights>[1]) =>
  rowHeights([us], positions, widths)[0];
const held = (patch: Parameters<typeof entry>[1]) => entry(1, { actor: us.id, evidence, ...patch });

test('a row has room for its longest entry, whichever day shows it', () => {
  const plain = heightOf(held({}));
  const conditional = heightOf(held({ condition: 'a vote' }));
  const denied = heightOf(held({ condition: 'a vote', status: 'denied' }));
  const bare = heightOf(held({ condition: 'a vote', status: 'denied', evidence: [] }));
  const due = heightOf(
    held({ condition: 'a vote', status: 'denied', evidence: [], reviewBy: '2025-09' })
  );
  const heights = [plain, conditional, denied, bare, due];
  expect(heights).toEqual(heights.toSorted((a = 0, b = 0) => a - b));
  expect(new Set(heights).size).toBe(5);
  expect(heightOf(held({}), held({ condition: 'a vote' }), held({}))).toBe(conditional);
});

test('a long condition takes more lines in a narrow column, and never more than three', () => {
  const long = held({ condition: 'parliament votes for it before the year ends' });
  const tall = (issue: number) => rowHeights([us], [long], { actor: 10.5, issue })[0] ?? 0;
  expect(tall(9.5)).toBeGreaterThan(tall(30));
  expect(heightOf(held({ condition: 'a word '.repeat(90) }))).toBe(
    heightOf(held({ condition: 'a word '.repeat(50) }))
  );
});

test('where there are many rows, a condition takes two lines at most', () => {
  const long = held({ condition: 'a word '.repeat(50) });
  const crowd = Array.from({ length: 13 }, () => us);
  const [lower = 0] = rowHeights(crowd, [long], widths);
  expect(lower).toBe((heightOf(long) ?? 0) - 1.0625);
});

test('who has no entry has the least height, and a long name makes its row taller', () => {
  const named = newActor(
    'The Organisation for Security and Co-operation in Europe',
    'organisation'
  );
  const [short = 0, long = 0] = rowHeights([un, named], [], widths);
  expect(short).toBe(3.25);
  expect(long).toBeGreaterThan(short);
  expect([short, long].map(nameLines)).toEqual([2, 3]);
});
