/** Proposals do not depend on the order of the sources, and what a person parted stays apart. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Id, newId } from '../base/values.js';
import type { SharedPair } from './find-origins.js';
import {
  type GroupedSource,
  type PartedPair,
  proposeOrigins,
  recordedOrigins
} from './group-sources.js';

const ids = Array.from({ length: 7 }, () => newId());
const [a, b, c, d] = ids as [Id, Id, Id, Id, ...Id[]];
const hash = (id: Id) => String(ids.indexOf(id)).repeat(64);
const source = (id: Id, origin: Id | null = null): GroupedSource => ({
  id,
  text: hash(id),
  origin
});
const pair = (one: Id, other: Id, share = 0.9, verdict: 'copy' | 'likely' = 'likely') =>
  ({ one, other, ofOne: share, ofOther: share, agencies: [], verdict }) satisfies SharedPair;
const proposed = (...given: Parameters<typeof proposeOrigins>) =>
  proposeOrigins(...given).map(({ pairs: [{ one, other }] }) => [one, other]);

describe('what is proposed', () => {
  test('the closest first, and only what it takes to join them all', () => {
    const pairs = [pair(a, b, 0.5), pair(b, c, 0.7), pair(a, c, 0.3)];
    expect(
      proposed(
        [a, b, c, d].map((id) => source(id)),
        pairs,
        []
      )
    ).toEqual([
      [b, c],
      [a, b]
    ]);
  });

  test('nothing of sources that are joined, and between joined ones one for all', () => {
    const sources = [source(a, d), source(b, d), source(c)];
    const pairs = [pair(a, b), pair(a, c, 0.4), pair(b, c, 0.5)];
    const [one, ...more] = proposeOrigins(sources, pairs, []);
    expect(more).toEqual([]);
    expect(one?.pairs).toEqual([pair(b, c, 0.5), pair(a, c, 0.4)]);
  });

  test('nothing that would bring together what was parted', () => {
    const sources = [source(a, d), source(b, d), source(c)];
    expect(proposed(sources, [pair(a, c)], [[c, b]])).toEqual([]);
  });

  test('copies that stand between two parted sources go to the closer one', () => {
    const sources = [a, b, c].map((id) => source(id));
    const pairs = [pair(a, c, 0.85, 'copy'), pair(b, c, 0.95, 'copy'), pair(a, b, 0.99, 'copy')];
    expect(proposed(sources, pairs, [[a, b]])).toEqual([[b, c]]);
  });

  test('what may be denied keeps nothing else from being asked about', () => {
    const sources = [a, b, c].map((id) => source(id));
    const pairs = [pair(a, b, 0.9), pair(b, c, 0.8)];
    expect(proposed(sources, pairs, [[a, c]])).toEqual([
      [a, b],
      [b, c]
    ]);
  });
});

const some = fc
  .record({
    origins: fc.array(fc.nat(8), { minLength: 7, maxLength: 7 }),
    pairs: fc.uniqueArray(
      fc.record({
        one: fc.nat(6),
        other: fc.nat(6),
        ofOne: fc.integer({ min: 1, max: 4 }),
        ofOther: fc.integer({ min: 1, max: 4 }),
        verdict: fc.constantFrom<'copy' | 'likely'>('copy', 'likely')
      }),
      { selector: ({ one, other }) => [one, other].sort().join(' '), maxLength: 12 }
    ),
    parted: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 3 })
  })
  .map(({ origins, pairs, parted }) => ({
    sources: ids.map((id, i) => source(id, (origins[i] ?? 0) < 3 ? ids[origins[i] ?? 0] : null)),
    pairs: pairs
      .filter(({ one, other }) => one !== other)
      .map(({ one, other, ofOne, ofOther, verdict }) => {
        const [first, second] = [ids[one]!, ids[other]!];
        return { ...pair(first, second, 1, verdict), ofOne: ofOne / 4, ofOther: ofOther / 4 };
      }),
    parted: parted
      .filter(([one, other]) => one !== other)
      .map(([one, other]): PartedPair => [ids[one]!, ids[other]!])
  }));
const order = fc.shuffledSubarray([...ids.keys()], { minLength: ids.length });

test('proposals depend neither on the order of the sources nor on that of the pairs', () => {
  fc.assert(
    fc.property(some, order, ({ sources, pairs, parted }, places) => {
      const told = proposeOrigins(sources, pairs, parted);
      const shuffled = places.map((place) => sources[place]!);
      expect(proposeOrigins(shuffled, pairs.toReversed(), parted.toReversed())).toEqual(told);
    })
  );
});

test('nothing is proposed between two of which sources are parted, nor of what is joined', () => {
  fc.assert(
    fc.property(some, ({ sources, pairs, parted }) => {
      const groups = recordedOrigins(sources).map((group) => group.map(({ id }) => id));
      const groupOf = (id: Id) => groups.findIndex((group) => group.includes(id));
      for (const { pairs: found } of proposeOrigins(sources, pairs, parted)) {
        const [{ one, other }] = found;
        const between = new Set([groupOf(one), groupOf(other)]);
        expect(between.size).toBe(2);
        for (const each of found) {
          expect(new Set([groupOf(each.one), groupOf(each.other)])).toEqual(between);
        }
        for (const [x, y] of parted) {
          const isBetween = groupOf(x) !== groupOf(y);
          expect(isBetween && between.has(groupOf(x)) && between.has(groupOf(y))).toBe(false);
        }
      }
    })
  );
});

test('every source is in one group', () => {
  fc.assert(
    fc.property(some, ({ sources }) => {
      expect(new Set(recordedOrigins(sources).flat())).toEqual(new Set(sources));
      expect(recordedOrigins(sources).flat()).toHaveLength(sources.length);
    })
  );
});
