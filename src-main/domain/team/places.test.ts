/** Protects the order of lists, whoever moved what. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '../base/values.js';
import { movesBetween, withMoves } from './places.js';

const ids = 'ABCDEFGH'.split('') as Id[];

test('the moves between two orders make the one of the other', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ids, { minLength: 8 }), (after) => {
      expect(withMoves(ids, movesBetween(ids, after))).toEqual(after);
    })
  );
});

test('one entry that was moved is one move, however long the list', () => {
  const [first, ...others] = ids;
  expect(movesBetween(ids, [...others, first!])).toEqual([['A', 'H']]);
});

test('whatever is moved behind whatever, every entry stays in the list once', () => {
  const some = fc.constantFrom(...ids, 'Z' as Id);
  fc.assert(
    fc.property(fc.array(fc.tuple(some, fc.option(some))), (moves) => {
      expect([...withMoves(ids, moves)].sort()).toEqual(ids);
    })
  );
});

test('20,000 entries the other way round take no quadratic time', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => String(n) as Id);
  const back = many.toReversed();
  expect(withMoves(many, movesBetween(many, back))).toEqual(back);
});
