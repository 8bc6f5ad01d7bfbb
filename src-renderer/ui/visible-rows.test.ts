import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visibleRows } from './visible-rows.js';

it('draws every row that is in sight, and few more, wherever the list is scrolled', () => {
  const size = fc.integer({ min: 1, max: 2_000 });
  fc.assert(
    fc.property(fc.nat(5_000), size, fc.nat(500_000), size, (count, height, top, view) => {
      const { start, end } = visibleRows(count, height, top, view);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      for (let row = Math.floor(top / height); row * height < top + view && row < count; row++) {
        expect(row).toBeGreaterThanOrEqual(start);
        expect(row).toBeLessThan(end);
      }
      expect(end - start).toBeLessThanOrEqual(view / height + 14);
    })
  );
});
