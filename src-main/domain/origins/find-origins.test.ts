/** What is found depends on the texts alone, and coming and going leaves no trace. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Id, newId } from '../base/values.js';
import { OriginFinder, type SharedPair } from './find-origins.js';
import { proposeOrigins } from './group-sources.js';

const events = ['bridge', 'harvest', 'strike', 'vote'].map((event) =>
  Array.from({ length: 12 }, (_, i) => {
    const words = [...'abcdefg'].map((letter) => `${event}${letter}${i}`);
    return `${words.join(' ')}.`;
  })
);
const text = fc
  .record({
    event: fc.nat(3),
    from: fc.nat(6),
    count: fc.integer({ min: 4, max: 8 }),
    own: fc.nat(3)
  })
  .map(({ event, from, count, own }) =>
    [...events[event]!.slice(from, from + count), ...events[(event + 1) % 4]!.slice(0, own)].join(
      ' '
    )
  );
const texts = fc.uniqueArray(text, { minLength: 2, maxLength: 7 });
const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });

const hashOf = (words: string) => createHash('sha256').update(words).digest('hex');
const sourceOf = (words: string) => ({ id: newId(), text: hashOf(words), origin: null, words });

/** Told by texts, since ids are new each time. */
function told(pairs: readonly SharedPair[], sources: readonly ReturnType<typeof sourceOf>[]) {
  const words = (id: Id) => sources.find((source) => source.id === id)?.words;
  return pairs.map((pair) => ({ ...pair, one: words(pair.one), other: words(pair.other) }));
}

test('the order in which sources came changes neither pairs nor proposals', () => {
  fc.assert(
    fc.property(texts, order, (all, places) => {
      const [first, second] = [all, places.flatMap((place) => all[place] ?? [])].map((list) => {
        const sources = list.map(sourceOf);
        const finder = new OriginFinder();
        for (const [i] of sources.entries()) finder.hold(sources.slice(0, i + 1));
        return proposeOrigins(sources, finder.pairs(), []).map(({ pairs }) => told(pairs, sources));
      });
      expect(second).toEqual(first);
    })
  );
});

test('taking a source out and putting it back changes nothing', () => {
  fc.assert(
    fc.property(texts, fc.nat(6), (all, place) => {
      const sources = all.map(sourceOf);
      const finder = new OriginFinder();
      finder.hold(sources);
      const before = finder.pairs();
      finder.hold(sources.toSpliced(place % sources.length, 1));
      finder.hold(sources);
      const sorted = (pairs: readonly SharedPair[]) =>
        pairs.map((pair) => JSON.stringify(pair)).sort();
      expect(sorted(finder.pairs())).toEqual(sorted(before));
      for (const source of sources) {
        expect(finder.pairsOf(source).map((pair) => JSON.stringify(pair))).toEqual(
          expect.arrayContaining(
            before
              .filter(({ one, other }) => one === source.id || other === source.id)
              .map((pair) => JSON.stringify(pair))
          )
        );
      }
    })
  );
});
