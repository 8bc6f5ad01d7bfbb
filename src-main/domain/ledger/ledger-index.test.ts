import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionsAsOf, successorsOf } from './ledger.js';
import { disputeOf } from './held-stances.js';
import { LedgerIndex } from './ledger-index.js';
import { stances, type Position } from '../briefing/entries.js';
import { entry, idOf } from './testing/ledger.js';

const dates = [null, '2024', '2025', '2025-03', '2025-03-31', '2025-04-01', '2026-01-01'];
const date = fc.constantFrom(...dates);

/** Any data that fits the schema, also claims of succession that make no sense. */
const ledgers: fc.Arbitrary<readonly Position[]> = fc
  .array(
    fc.record({
      actor: fc.integer({ min: 1, max: 2 }),
      issue: fc.integer({ min: 1, max: 2 }),
      stance: fc.constantFrom(...stances),
      said: date,
      effective: date,
      supersedes: fc.option(fc.integer({ min: 0, max: 9 }))
    }),
    { maxLength: 10 }
  )
  .map((parts) =>
    parts.map(({ actor, issue, supersedes, ...part }, i) =>
      entry(i, {
        ...part,
        actor: idOf('A', actor),
        issue: idOf('Q', issue),
        supersedes: supersedes === null ? [] : [idOf('P', supersedes)]
      })
    )
  );
const withOrder = ledgers.chain((ledger) =>
  fc.tuple(
    fc.constant(ledger),
    fc.shuffledSubarray([...ledger], { minLength: ledger.length, maxLength: ledger.length })
  )
);
const cells = [1, 2].flatMap((a) =>
  [1, 2].map((q) => ({ actor: idOf('A', a), issue: idOf('Q', q) }))
);
/** By the day with which each ends. */
const rising = ['2024', '2025-03', '2025-03-31', '2025-04-01', '2025', '2026-01-01'];

describe('the ledger, whatever is in it', () => {
  test('answers from the index what the entries in force say', () => {
    fc.assert(
      fc.property(ledgers, date, (ledger, day) => {
        const index = new LedgerIndex(ledger);
        const inForce = positionsAsOf(ledger, day);
        for (const { actor, issue } of cells) {
          const expected = inForce.find((p) => p.actor === actor && p.issue === issue) ?? null;
          expect(index.at(actor, issue, day)).toBe(expected);
        }
        expect(new Set(index.asOf(day))).toEqual(new Set(inForce));
        const held = cells.flatMap(({ actor, issue }) => index.heldAt(actor, issue, day));
        expect(new Set(held.flatMap(({ entries }) => entries))).toEqual(new Set(inForce));
      })
    );
  });

  test('tells that a stance is contested while both of the two are in force', () => {
    const [one, other] = [
      entry(1, { said: '2025-04-01', contested: [idOf('P', 2)] }),
      entry(2, { said: '2025-05-01', stance: 'opposes' })
    ];
    const later = entry(3, { said: '2025-06-01', supersedes: [idOf('P', 1)] });
    const index = new LedgerIndex([one, other, later]);
    const told = ['2025-03-15', '2025-04-15', '2025-05-15', '2025-06-15', null].map((day) =>
      index.heldAt(one.actor, one.issue, day).map(({ beside }) => disputeOf(beside))
    );
    const both = ['contested', 'contested'];
    // On the last days another entry of the one stance is in force, of which nobody has said so.
    expect(told).toEqual([[], [null], both, ['open', 'open'], ['open', 'open']]);
  });

  test('forgets nothing: a cell once known stays known on every later day', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const index = new LedgerIndex(ledger);
        for (const { actor, issue } of cells) {
          const known = [...rising, null].map((day) => index.at(actor, issue, day) !== null);
          expect(known).toEqual(known.toSorted((a, b) => Number(a) - Number(b)));
        }
      })
    );
  });

  test('is not changed before its day by an entry that is added', () => {
    fc.assert(
      fc.property(ledgers, fc.option(fc.nat(9)), (ledger, supersedes) => {
        const later = entry(99, {
          said: '2025-04-01',
          supersedes: supersedes === null ? [] : [idOf('P', supersedes)]
        });
        const [before, after] = [new LedgerIndex(ledger), new LedgerIndex([...ledger, later])];
        for (const { actor, issue } of cells) {
          const day = '2025-03-31';
          expect(after.at(actor, issue, day)).toBe(before.at(actor, issue, day));
        }
      })
    );
  });

  test('is the same in whatever order its entries came', () => {
    fc.assert(
      fc.property(withOrder, date, ([ledger, shuffled], day) => {
        expect(positionsAsOf(shuffled, day)).toEqual(positionsAsOf(ledger, day));
        const [one, other] = [new LedgerIndex(ledger), new LedgerIndex(shuffled)];
        for (const { actor, issue } of cells) {
          expect(other.at(actor, issue, day)).toBe(one.at(actor, issue, day));
        }
      })
    );
  });

  test('never follows itself, nor another cell', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const successors = successorsOf(ledger);
        for (const start of ledger) {
          let reached = new Set([start]);
          for (let steps = 0; steps < ledger.length && reached.size > 0; steps += 1) {
            reached = new Set([...reached].flatMap(({ id }) => successors.get(id) ?? []));
            expect(reached.has(start)).toBe(false);
            for (const { actor, issue } of reached) {
              expect([actor, issue]).toEqual([start.actor, start.issue]);
            }
          }
        }
      })
    );
  });
});

test('the days of change are each named once, in order', () => {
  const ledger = [
    entry(1, { said: '2025-04' }),
    entry(2, { effective: '2024', said: '2025-04' }),
    entry(3, { reported: '2025-04-01' }),
    entry(4)
  ];
  expect(new LedgerIndex(ledger).days).toEqual(['2024-01-01', '2025-04-01']);
});

test('before an entry stood what it superseded in its own cell, the latest of it', () => {
  const cell = { actor: idOf('A', 1), issue: idOf('Q', 1) };
  const first = entry(1, { ...cell, said: '2025-08-10' });
  const second = entry(2, { ...cell, said: '2025-08-12', stance: 'opposes' });
  const elsewhere = entry(3, { ...cell, issue: idOf('Q', 2), said: '2025-08-13' });
  const supersedes = [first.id, second.id, elsewhere.id];
  const now = entry(4, { ...cell, said: '2025-08-16', supersedes });
  const index = new LedgerIndex([first, second, elsewhere, now]);
  expect(index.before(now)).toBe(second);
  expect(index.before(first)).toBeNull();
  expect(index.before({ ...now, supersedes: [elsewhere.id] })).toBeNull();
});
