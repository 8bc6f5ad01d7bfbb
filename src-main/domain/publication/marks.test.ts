import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { cutByMarks, type PrintedMark } from './marks.js';

function mark(start: number, end: number, number: number | null = null): PrintedMark {
  return { start, end, annotation: newId(), kind: 'key', number, note: '' };
}

test('overlapping marks are cut where one begins or ends, the widest first', () => {
  const [wide, inner, after] = [mark(0, 10), mark(4, 6), mark(8, 12)];
  expect(cutByMarks([inner, after, wide])).toEqual([
    { start: 0, end: 4, marks: [wide] },
    { start: 4, end: 6, marks: [wide, inner] },
    { start: 6, end: 8, marks: [wide] },
    { start: 8, end: 10, marks: [wide, after] },
    { start: 10, end: 12, marks: [after] }
  ]);
});

test('every unit of text is under the same marks as before, and no stretch overlaps another', () => {
  const marks = fc.array(
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })).map(([start, length]) => {
      return mark(start, start + length);
    })
  );
  fc.assert(
    fc.property(marks, (given) => {
      const stretches = cutByMarks(given);
      for (let at = 0; at < 60; at++) {
        const over = given.filter((each) => each.start <= at && at < each.end);
        const found = stretches.filter((each) => each.start <= at && at < each.end);
        expect(found.length).toBe(over.length ? 1 : 0);
        expect(new Set(found[0]?.marks ?? [])).toEqual(new Set(over));
      }
    })
  );
});
