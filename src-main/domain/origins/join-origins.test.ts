/** What a person said of origins holds, and copies are joined whatever the order of their coming. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Id, newId } from '../base/values.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newSource } from '../briefing/source.js';
import type { SharedPair } from './find-origins.js';
import { recordedOrigins } from './group-sources.js';
import {
  joinCopies,
  joinOrigins,
  nameOrigin,
  originProposals,
  partOrigins,
  takeFromOrigin
} from './join-origins.js';

const importedAt = '2025-08-17T00:00:00Z';
const all = Array.from({ length: 6 }, (_, i) =>
  newSource({ id: newId(), text: String(i).repeat(64), importedAt })
);
const ids = all.map(({ id }) => id);
const [a, b, c, d] = ids as [Id, Id, Id, Id, ...Id[]];
const empty = emptyBriefing('On origins', new Date(0));
const briefing: Briefing = { ...empty, sources: all };

function pair(one: Id, other: Id, verdict: 'copy' | 'likely' = 'likely', share = 0.9): SharedPair {
  return { one, other, ofOne: share, ofOther: share, agencies: [], verdict };
}
/** Told by places, in order. */
function groups({ sources }: Pick<Briefing, 'sources'>): readonly string[] {
  return recordedOrigins(sources)
    .map((group) =>
      group
        .map(({ id }) => ids.indexOf(id))
        .sort()
        .join('')
    )
    .sort();
}

describe('joining', () => {
  test('takes whole origins together, and leaves one entry', () => {
    const joined = joinOrigins(joinOrigins(briefing, [a, b]), [c, d], 'AFP');
    expect(groups(joined)).toEqual(['01', '23', '4', '5']);
    const one = joinOrigins(joined, [b, c], 'Reuters');
    expect(groups(one)).toEqual(['0123', '4', '5']);
    expect(one.origins.map(({ name }) => name)).toEqual(['AFP']);
    expect(joinOrigins(one, [a, d])).toBe(one);
    expect(one.sources[4]).toBe(all[4]);
  });

  test('by hand undoes a parting', () => {
    const parted = partOrigins(briefing, [[b, a]]);
    expect(originProposals(parted, [pair(a, b)])).toEqual([]);
    const joined = joinOrigins(parted, [a, b]);
    expect(joined.dismissals).toEqual([]);
    expect(groups(joined)).toContain('01');
  });
});

test('what is parted is not proposed again, nor parted twice', () => {
  const pairs = [pair(a, b), pair(b, c)];
  const parted = partOrigins(briefing, [[a, b]]);
  expect(originProposals(parted, pairs).map((each) => each.pairs[0])).toEqual([pair(b, c)]);
  expect(partOrigins(parted, [[b, a]])).toBe(parted);
});

test('a source taken from an origin stays apart, and the last one left stands for itself', () => {
  const joined = joinOrigins(briefing, [a, b, c]);
  const two = takeFromOrigin(joined, a);
  expect(groups(two)).toEqual(['0', '12', '3', '4', '5']);
  expect(originProposals(two, [pair(a, b), pair(a, c)])).toEqual([]);
  const none = takeFromOrigin(two, b);
  expect(none.origins).toEqual([]);
  expect(none.sources).toEqual(all);
  expect(takeFromOrigin(none, b)).toBe(none);
});

test('an origin is named', () => {
  const joined = joinOrigins(briefing, [a, b]);
  const [origin] = joined.origins;
  const named = nameOrigin(joined, origin!.id, 'AFP');
  expect(named.origins).toEqual([{ ...origin, name: 'AFP' }]);
  expect(nameOrigin(named, origin!.id, 'AFP')).toBe(named);
});

const links = fc
  .uniqueArray(
    fc.record({
      one: fc.nat(5),
      other: fc.nat(5),
      share: fc.integer({ min: 1, max: 4 }),
      verdict: fc.constantFrom<'copy' | 'likely'>('copy', 'likely')
    }),
    { selector: ({ one, other }) => [one, other].sort().join(' '), maxLength: 9 }
  )
  .map((list) =>
    list
      .filter(({ one, other }) => one !== other)
      .map(({ one, other, share, verdict }) => pair(ids[one]!, ids[other]!, verdict, share / 4))
  );
const order = fc.shuffledSubarray([...all], { minLength: all.length });

test('copies are joined alike, whether they come one by one in any order or all at once', () => {
  fc.assert(
    fc.property(links, order, (pairs, coming) => {
      let oneByOne: Briefing = empty;
      for (const source of coming) {
        const added = { ...oneByOne, sources: [...oneByOne.sources, source] };
        oneByOne = joinCopies(added, pairs);
        expect(joinCopies(oneByOne, pairs)).toBe(oneByOne);
      }
      expect(groups(oneByOne)).toEqual(groups(joinCopies(briefing, pairs)));
      const used = new Set(oneByOne.sources.flatMap(({ origin }) => origin ?? []));
      expect(new Set(oneByOne.origins.map(({ id }) => id))).toEqual(used);
    })
  );
});

test('whatever a person parts is never proposed again', () => {
  fc.assert(
    fc.property(links, fc.array(fc.nat(9), { maxLength: 6 }), (pairs, answers) => {
      let now = joinCopies(briefing, pairs);
      const parted: SharedPair[] = [];
      for (const answer of answers) {
        const proposals = originProposals(now, pairs);
        const asked = proposals.flatMap((each) => each.pairs);
        expect(asked.filter((each) => parted.includes(each))).toEqual([]);
        const chosen = proposals[answer % Math.max(1, proposals.length)];
        if (!chosen) return;
        if (answer > 5) now = joinOrigins(now, [chosen.pairs[0].one, chosen.pairs[0].other]);
        else {
          parted.push(...chosen.pairs);
          now = partOrigins(
            now,
            chosen.pairs.map(({ one, other }) => [one, other] as const)
          );
        }
      }
      expect(joinCopies(now, pairs)).toBe(now);
    })
  );
});
