/** Protects the matrix from gaps: whatever is in sight is drawn, wherever it is scrolled to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fullTracks,
  gapsBefore,
  spanInSight,
  startsOf,
  withAlways,
  nameLines,
  rowHeights,
  moveInGrid
} from './matrix-tracks.js';
import { newActor } from '../../../src-main/domain/briefing/entries.js';
import { LedgerIndex } from '../../../src-main/domain/ledger/ledger-index.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';

const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 });

test('every track in sight is drawn, and with nothing to spare no other', () => {
  fc.assert(
    fc.property(sizes, fc.nat(5_000), fc.nat(900), fc.nat(4), (all, from, view, spare) => {
      const starts = startsOf(all);
      const to = from + view;
      const seen = all.flatMap((size, i) => {
        const start = starts[i] ?? NaN;
        return start < to && start + size > from ? [i] : [];
      });
      const exact = withAlways(spanInSight(starts, from, to, 0), null);
      const wide = withAlways(spanInSight(starts, from, to, spare), null);
      if (seen.length > 0) expect(exact).toEqual(seen);
      expect(wide).toEqual(expect.arrayContaining(seen));
      expect(wide.length).toBeLessThanOrEqual(seen.length + 2 * spare + 1);
      expect(wide.every((i) => i >= 0 && i < all.length)).toBe(true);
    })
  );
});

test('the track of the keyboard is drawn once, in its place', () => {
  fc.assert(
    fc.property(sizes, fc.nat(5_000), fc.nat(59), (all, from, wanted) => {
      const always = Math.min(wanted, all.length - 1);
      fc.pre(always >= 0);
      const drawn = withAlways(spanInSight(startsOf(all), from, from + 300, 2), always);
      expect(drawn).toContain(always);
      expect(drawn).toEqual([...new Set(drawn)].toSorted((a, b) => a - b));
    })
  );
});

test('gaps and drawn tracks together put every track where it begins', () => {
  fc.assert(
    fc.property(sizes, fc.uniqueArray(fc.nat(59)), (all, wanted) => {
      const starts = startsOf(all);
      const drawn = wanted.filter((i) => i < all.length).toSorted((a, b) => a - b);
      let end = 0;
      gapsBefore(starts, drawn).forEach((gap, i) => {
        const number = drawn[i] ?? NaN;
        expect(end + gap).toBe(starts[number]);
        end += gap + (all[number] ?? NaN);
      });
    })
  );
});

test.each([
  [[10, 20, 30, 40], 0, 60, 3],
  [[10, 20, 30, 40], 0, 59, 2],
  [[10, 20, 30, 40], 2, 1_000, 2],
  [[500, 20], 0, 100, 1]
])('of %j from %i on %i pixels hold %i whole', (all, first, length, count) => {
  expect(fullTracks(startsOf(all), first, length)).toBe(count);
});

const [us, un] = [newActor('US', 'state'), newActor('UN', 'organisation')];
const widths = { actor: 10.5, issue: 9 };
const heightOf = (...positions: Parameters<typeof rowHeights>[1]) =>
  rowHeights([us], positions, widths, new LedgerIndex(positions))[0];
const held = (patch: Parameters<typeof entry>[1]) => entry(1, { actor: us.id, ...patch });

test('a row has room for its longest condition, whichever day shows it', () => {
  const plain = heightOf(held({}));
  const conditional = heightOf(held({ condition: 'a vote' }));
  expect(conditional).toBeGreaterThan(plain ?? NaN);
  expect(heightOf(held({}), held({ condition: 'a vote' }), held({}))).toBe(conditional);
});

test('a row has room for a second line of what a stance was before', () => {
  const all = [held({})];
  const of = (lines: number) => rowHeights([us], all, widths, new LedgerIndex(all), () => lines)[0];
  expect(of(1)).toBe(heightOf(held({})));
  expect(of(2)).toBe(0.75 + 1.3125 + 2 * 1.0625);
});

test('a row has room for every stance that stands in a cell at once, on whichever day', () => {
  const one = held({ said: '2025' });
  const other = entry(2, { actor: us.id, said: '2026', stance: 'opposes' });
  const third = entry(3, { actor: us.id, said: '2027', stance: 'unclear' });
  const settled = entry(4, {
    actor: us.id,
    said: '2028',
    supersedes: [one.id, other.id, third.id]
  });
  expect(heightOf(one, other)).toBeGreaterThan(heightOf(one) ?? NaN);
  expect(heightOf(one, other, third)).toBeGreaterThan(heightOf(one, other) ?? NaN);
  expect(heightOf(one, other, third, settled)).toBe(heightOf(one, other, third));
  // What superseded the other never stood beside it.
  expect(heightOf(one, { ...other, supersedes: [one.id] })).toBe(heightOf(one));
});

test('a long condition takes more lines in a narrow column, and never more than three', () => {
  const long = held({ condition: 'parliament votes for it' });
  const tall = (issue: number) =>
    rowHeights([us], [long], { actor: 10.5, issue }, new LedgerIndex([long]))[0] ?? 0;
  expect(tall(9)).toBeGreaterThan(tall(30));
  expect(heightOf(held({ condition: 'a word '.repeat(90) }))).toBe(
    heightOf(held({ condition: 'a word '.repeat(50) }))
  );
});

test('where there are many rows, a condition takes one line', () => {
  const long = held({ condition: 'a word '.repeat(50) });
  const crowd = Array.from({ length: 13 }, () => us);
  const [lower = 0] = rowHeights(crowd, [long], widths, new LedgerIndex([long]));
  expect(lower).toBe((heightOf(long) ?? 0) - 2 * 1.0625);
});

test('who has no entry has the least height, and a long name makes its row taller', () => {
  const named = newActor(
    'The Organisation for Security and Co-operation in Europe',
    'organisation'
  );
  const [short = 0, long = 0] = rowHeights([un, named], [], widths, new LedgerIndex([]));
  expect(short).toBe(3.25);
  expect(long).toBeGreaterThan(short);
  expect([short, long].map(nameLines)).toEqual([2, 3]);
});

const size = { rows: 8, columns: 4, page: 5 };

test.each([
  ['ArrowUp', { row: 0, column: 1 }, false, { row: -1, column: 1 }],
  ['ArrowUp', { row: -1, column: 1 }, false, { row: -1, column: 1 }],
  ['ArrowLeft', { row: -1, column: 0 }, false, { row: -1, column: 0 }],
  ['ArrowDown', { row: -1, column: 1 }, false, { row: 0, column: 1 }],
  ['ArrowUp', { row: 0, column: -1 }, false, { row: 0, column: -1 }],
  ['ArrowRight', { row: 2, column: -1 }, false, { row: 2, column: 0 }],
  ['ArrowDown', { row: 0, column: 1 }, false, { row: 1, column: 1 }],
  ['ArrowDown', { row: 7, column: 1 }, false, { row: 7, column: 1 }],
  ['ArrowLeft', { row: 3, column: 0 }, false, { row: 3, column: -1 }],
  ['ArrowRight', { row: 3, column: 3 }, false, { row: 3, column: 3 }],
  ['Home', { row: 3, column: 3 }, false, { row: 3, column: 0 }],
  ['Home', { row: 3, column: 3 }, true, { row: 0, column: 0 }],
  ['End', { row: 3, column: 0 }, true, { row: 7, column: 3 }],
  ['PageDown', { row: 4, column: 0 }, false, { row: 7, column: 0 }],
  ['PageDown', { row: 1, column: 0 }, false, { row: 6, column: 0 }],
  ['PageUp', { row: 6, column: 3 }, false, { row: 1, column: 3 }],
  ['PageUp', { row: 2, column: 3 }, false, { row: 0, column: 3 }],
  ['a', { row: 4, column: 0 }, false, null]
])('%s from %o (with control: %s) leads to %o', (key, from, withControl, to) => {
  expect(moveInGrid(from, key, size, withControl)).toEqual(to);
});
