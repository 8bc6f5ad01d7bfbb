/** Protects that comparing two values without writing them out says what their JSON says, in its order and in any. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { canonicalJson } from '../merge/canonical-json.js';
import { isSameJson, isWrittenAlike } from './same-json.js';

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

test('two values are written alike where their JSON is, in the order of its fields too', () => {
  let equal = 0;
  fc.assert(
    fc.property(value, value, (a, b) => {
      const isAlike = JSON.stringify(a) === JSON.stringify(b);
      if (isAlike) equal += 1;
      expect(isWrittenAlike(a, b)).toBe(isAlike);
      expect(isWrittenAlike(a, structuredClone(a))).toBe(true);
    }),
    { numRuns: bySize({ usual: 2_000, full: 50_000 }) }
  );
  expect(equal).toBeGreaterThan(50);
});

test('two values are the same where their JSON is, in whatever order of its fields', () => {
  let reordered = 0;
  fc.assert(
    fc.property(value, value, (one, other) => {
      // As they come from a file: with no field that is `undefined`.
      const [a, b] = [one, other].map((each) => JSON.parse(JSON.stringify(each)) as unknown);
      expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      const turned = inOtherOrder(a);
      if (!isWrittenAlike(a, turned)) reordered += 1;
      expect(isSameJson(a, turned)).toBe(true);
    }),
    { numRuns: bySize({ usual: 2_000, full: 50_000 }) }
  );
  expect(reordered).toBeGreaterThan(50);
});

function inOtherOrder(whole: unknown): unknown {
  if (Array.isArray(whole)) return whole.map(inOtherOrder);
  if (typeof whole !== 'object' || whole === null) return whole;
  const turned = Object.entries(whole).map(([name, each]) => [name, inOtherOrder(each)] as const);
  return Object.fromEntries(turned.reverse());
}
