/** Protects the matrix from gaps: whatever is in sight is drawn, wherever it is scrolled to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullTracks, gapsBefore, spanInSight, startsOf, withAlways } from './matrix-tracks.js';

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
