import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIndexWhere } from './by-halves.js';

test('it is the first that holds, and the count where none does', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(50), (count, from) => {
      expect(firstIndexWhere(count, (index) => index >= from)).toBe(Math.min(count, from));
    })
  );
});
