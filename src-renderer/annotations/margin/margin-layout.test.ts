import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutMargin, type MarginBox } from './margin-layout.svelte.js';

const box = (desired: number, height: number): MarginBox => ({ desired, height });

describe('the margin', () => {
  test('a note with room stands at its words', () => {
    expect(layOutMargin([box(10, 50), box(200, 50)], 8)).toEqual([10, 200]);
  });

  test('a note without room stands below the one before', () => {
    expect(layOutMargin([box(10, 50), box(20, 50), box(30, 10)], 8)).toEqual([10, 68, 126]);
  });

  test('the pinned note keeps its words, those before it give way upwards', () => {
    const boxes = [box(100, 50), box(110, 50), box(120, 50)];
    expect(layOutMargin(boxes, 8, 1)).toEqual([52, 110, 168]);
  });

  test('nothing leaves the page at the top, not even for the pinned note', () => {
    expect(layOutMargin([box(0, 50), box(5, 50)], 8, 1)).toEqual([0, 58]);
  });

  test('an unknown pin pins nothing', () => {
    expect(layOutMargin([box(10, 50), box(20, 50)], 8, 7)).toEqual([10, 68]);
  });
});

test('no note ever covers another or stands above its page', () => {
  const boxes = fc
    .array(fc.record({ desired: fc.nat(2_000), height: fc.nat(300) }), { maxLength: 30 })
    .map((all) => all.toSorted((a, b) => a.desired - b.desired));
  fc.assert(
    fc.property(boxes, fc.nat(20), fc.option(fc.nat(30)), (all, gap, pinned) => {
      const tops = layOutMargin(all, gap, pinned);
      expect(tops).toHaveLength(all.length);
      let lowest = 0;
      for (const [i, { height }] of all.entries()) {
        expect(tops[i]).toBeGreaterThanOrEqual(lowest);
        lowest = tops[i]! + height + gap;
      }
    })
  );
});
