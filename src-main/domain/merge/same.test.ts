/** Protects that comparing two values without writing them out says what their JSON says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { same } from './merge-fields.js';

const word = fc.constantFrom('', 'a', 'b', '1');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, false, 0, 1, '', 'a', '1'),
    fc.array(tie('value'), { maxLength: 2 }),
    // A field that is `undefined` is in no JSON.
    fc
      .array(fc.tuple(word, fc.oneof(tie('value'), fc.constant(undefined))), { maxLength: 3 })
      .map((fields) => Object.fromEntries(fields))
  )
}));

test('two values are the same where their JSON is, in the order of its fields too', () => {
  let equal = 0;
  fc.assert(
    fc.property(value, value, (a, b) => {
      const isSame = JSON.stringify(a) === JSON.stringify(b);
      if (isSame) equal += 1;
      expect(same(a, b)).toBe(isSame);
      expect(same(a, structuredClone(a))).toBe(true);
    }),
    { numRuns: 5_000 }
  );
  expect(equal).toBeGreaterThan(50);
});
