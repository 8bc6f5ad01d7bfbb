/** Protects that copies come together: whoever merges which, all hold the same in the end, and nothing of anybody is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { Briefing } from '../briefing/briefing.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { canonicalJson } from './canonical-json.js';
import { holdSameContent, mergeBriefings } from './merge-briefings.js';
import { edits, startingBriefing, wordsOf, Writer } from './testing/edits.js';

const numRuns = bySize({ usual: 100, full: 1_000 });
const at = (seconds: number) => new Date(Date.UTC(2025, 7, 18) + seconds * 1_000).toISOString();
const start = startingBriefing();
const sides = fc
  .tuple(edits, edits, fc.constantFrom(1, 2, 3), fc.boolean())
  .map(([ofA, ofB, secondsOfB, isKnown]) => ({
    base: isKnown ? start : null,
    a: mendBriefing(new Writer('X').write(start, ofA, at(2))).briefing,
    b: mendBriefing(new Writer('Y').write(start, ofB, at(secondsOfB))).briefing
  }));

test('which of two copies is ours makes no difference', () => {
  fc.assert(
    fc.property(sides, ({ base, a, b }) => {
      const [one, other] = [mergeBriefings(base, a, b), mergeBriefings(base, b, a)];
      expect(canonicalJson(one.briefing)).toBe(canonicalJson(other.briefing));
      expect(one).toMatchObject({ clashes: other.clashes, note: other.note });
    }),
    { numRuns }
  );
});

test('merging either copy once more changes nothing, and asks nothing', () => {
  fc.assert(
    fc.property(sides, ({ base, a, b }) => {
      const { briefing: merged } = mergeBriefings(base, a, b);
      for (const copy of [a, b, merged]) {
        const again = mergeBriefings(base, merged, copy);
        expect(canonicalJson(again.briefing)).toBe(canonicalJson(merged));
        expect(again.clashes).toEqual([]);
      }
    }),
    { numRuns }
  );
});

test('no word that either side wrote is lost, and what comes out is sound', () => {
  fc.assert(
    fc.property(sides, ({ base, a, b }) => {
      const { briefing } = mergeBriefings(base, a, b);
      const there = wordsOf(briefing);
      for (const word of [...wordsOf(a), ...wordsOf(b)]) expect(there).toContain(word);
      for (const side of [a, b]) {
        const has = new Set(briefing.positions.map(({ id }) => id));
        for (const { id } of side.positions) expect(has).toContain(id);
      }
      expect(Briefing.safeParse(briefing).error).toBeUndefined();
      expect(mendBriefing(briefing).briefing).toBe(briefing);
    }),
    { numRuns }
  );
});

test('what is as it was in ours is the same object', () => {
  fc.assert(
    fc.property(edits, (made) => {
      // As it is read from a file: none of its objects is ours.
      const theirs = structuredClone(new Writer('Y').write(start, made, at(2)));
      const { briefing } = mergeBriefings(start, start, theirs);
      for (const card of briefing.cards) {
        const own = start.cards.find(({ id }) => id === card.id);
        if (own && JSON.stringify(own) === JSON.stringify(card)) expect(card).toBe(own);
      }
      if (holdSameContent(theirs, start)) expect(briefing.cards).toBe(start.cards);
    })
  );
});

interface Copy {
  readonly briefing: Briefing;
  /** States that it was made of. */
  readonly behind: ReadonlySet<Briefing>;
}

/** A library that gets copies from others and hands its own on, as `publish/shared-states.ts` keeps what was exchanged. */
class Desk {
  briefing = start;
  /** Words that it took out, knowing them. */
  readonly taken = new Set<string>();
  #shared: readonly Briefing[] = [start];
  readonly #writer: Writer;

  constructor(
    name: string,
    private readonly clock: () => string
  ) {
    this.#writer = new Writer(name);
  }

  write(made: Parameters<Writer['write']>[1]): void {
    const written = this.#writer.write(this.briefing, made, this.clock());
    const before = wordsOf(this.briefing);
    this.briefing = mendBriefing(written).briefing;
    const after = wordsOf(this.briefing);
    for (const word of before) if (!after.has(word)) this.taken.add(word);
  }

  export(): Copy {
    this.#keep(this.briefing);
    return { briefing: this.briefing, behind: new Set(this.#shared) };
  }

  import({ briefing: copy, behind }: Copy): void {
    if (holdSameContent(copy, this.briefing)) return;
    const base = this.#shared.find((state) => behind.has(state)) ?? null;
    const { briefing } = mergeBriefings(base, this.briefing, copy);
    this.#keep(copy);
    if (!holdSameContent(briefing, this.briefing)) {
      this.briefing = { ...briefing, modifiedAt: this.clock() };
    }
  }

  #keep(state: Briefing): void {
    this.#shared = [state, ...this.#shared];
  }
}

const steps = fc.array(
  fc.oneof(
    fc.record({ desk: fc.nat(5), made: edits }),
    // A copy that comes late, or twice, is one that was sent before.
    fc.record({ from: fc.nat(5), to: fc.nat(5), age: fc.constantFrom(0, 0, 0, 1, 4) })
  ),
  { minLength: 4, maxLength: 16 }
);

test('desks that exchange copies in any order, late and twice, hold the same in the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), steps, (count, schedule) => {
      let seconds = 0;
      const desks = Array.from(
        { length: count },
        (_, n) => new Desk('QRSTVW'[n] ?? 'Z', () => at((seconds += 1) + (n - 2) * 3))
      );
      const sent: Copy[] = [];
      for (const step of schedule) {
        if ('made' in step) desks[step.desk % count]?.write(step.made);
        else {
          sent.push(desks[step.from % count]!.export());
          desks[step.to % count]?.import(sent.at(-1 - step.age) ?? sent[0]!);
        }
      }
      const written = new Set(desks.flatMap(({ briefing }) => [...wordsOf(briefing)]));
      for (let round = 0; round < 2 * count; round += 1) {
        for (const from of desks) {
          const copy = from.export();
          for (const to of desks) if (to !== from) to.import(copy);
        }
      }
      const [first, ...others] = desks.map(({ briefing }) =>
        canonicalJson({ ...briefing, modifiedAt: '' })
      );
      for (const other of others) expect(other).toBe(first);
      for (const word of written) {
        if (!desks.some(({ taken }) => taken.has(word))) expect(first).toContain(word);
      }
    }),
    { numRuns: bySize({ usual: 40, full: 1_000 }) }
  );
});
