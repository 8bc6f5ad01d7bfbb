import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '../../../src-main/domain/base/values.js';
import { madeInAFrame, nextMade } from './notes-in-turn.js';

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 80 }) as fc.Arbitrary<Id[]>;

test('every note is made in the end, a few a frame, and none is taken back meanwhile', () => {
  fc.assert(
    fc.property(ids, ids, (before, listed) => {
      let made: ReadonlySet<Id> = new Set(before);
      for (;;) {
        const next = nextMade(made, listed);
        const fresh = [...next].filter((id) => !made.has(id));
        expect(fresh.length).toBeLessThanOrEqual(madeInAFrame);
        for (const id of listed) if (made.has(id)) expect(next.has(id)).toBe(true);
        if (next === made) break;
        made = next;
      }
      expect([...made].sort()).toEqual([...listed].sort());
    })
  );
});

test('what is in the middle comes first', () => {
  const listed = Array.from({ length: 41 }, (_, i) => `${i}` as Id);
  expect(nextMade(new Set(), listed).has('20' as Id)).toBe(true);
  expect(nextMade(new Set(), listed).has('0' as Id)).toBe(false);
});
