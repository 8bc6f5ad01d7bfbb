/** What is in force is told whole, and each stance says of the other what the other says of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newDismissal, positionStatuses, stances } from '../briefing/entries.js';
import { disputeOf, dismissedPairs, pairOf, type Relation, stancesHeld } from './held-stances.js';
import { entry, idOf } from './testing/ledger.js';

const [p1, p2] = [idOf('P', 1), idOf('P', 2)];
const support = entry(1);
const none = new Set<string>();

describe('two entries in force', () => {
  test.each<[string, Parameters<typeof entry>[1], Set<string>, Relation | null]>([
    ['two stances', { stance: 'opposes' }, none, 'open'],
    ['a stance and its denial', { status: 'denied' }, none, 'open'],
    ['a denial of another stance', { stance: 'opposes', status: 'denied' }, none, 'compatible'],
    ['one unclear', { stance: 'unclear' }, none, 'compatible'],
    ['contested', { stance: 'opposes', contested: [p1] }, none, 'contested'],
    ['contested although unclear', { stance: 'unclear', contested: [p1] }, none, 'contested'],
    [
      'dismissed',
      { stance: 'opposes' },
      new Set([pairOf({ kind: 'stances', one: p2, other: p1 })]),
      'dismissed'
    ],
    [
      'dismissed and then contested',
      { stance: 'opposes', contested: [p1] },
      new Set([pairOf({ kind: 'stances', one: p1, other: p2 })]),
      'contested'
    ],
    ['one stance twice', {}, none, null],
    ['one stance twice, contested', { condition: 'b', contested: [p1] }, none, 'contested']
  ])('%s', (_what, part, dismissed, relation) => {
    const held = stancesHeld([entry(2, part), support], dismissed);
    expect([...new Set(held.flatMap(({ beside }) => beside.map((each) => each.relation)))]).toEqual(
      relation === null ? [] : [relation]
    );
    expect(held.map(({ beside }) => disputeOf(beside))).toEqual(
      held.map(() => (relation === 'open' || relation === 'contested' ? relation : null))
    );
  });
});

test('a dismissal of another kind of find, or of none other, dismisses no pair', () => {
  const about = { about: p1, rule: 'stances', words: '' };
  const dismissal = newDismissal('contradiction', about, new Date(0), { with: p2 });
  const others = [
    newDismissal('suggestion', about, new Date(0), { with: p2 }),
    newDismissal('contradiction', about, new Date(0))
  ];
  expect([...dismissedPairs([dismissal, ...others])]).toEqual([
    [pairOf({ kind: 'stances', one: p1, other: p2 }), dismissal]
  ]);
});

test('every entry in force is told once, and what stands beside a stance says the same of it', () => {
  const part = fc.record({
    stance: fc.constantFrom(...stances),
    status: fc.constantFrom(...positionStatuses),
    contested: fc.array(fc.nat(5).map((n) => idOf('P', n)))
  });
  const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), pairs, (parts, numbers) => {
      const inForce = parts.map((each, i) => entry(i, each));
      const dismissed = new Set(
        numbers.map(([a, b]) => pairOf({ kind: 'stances', one: idOf('P', a), other: idOf('P', b) }))
      );
      const held = stancesHeld(inForce, dismissed);
      const told = held.flatMap(({ entries }) => entries.map(({ id }) => id));
      expect(told.toSorted()).toEqual(inForce.map(({ id }) => id).toSorted());
      for (const { position, beside } of held) {
        for (const { position: other, relation } of beside) {
          const there = held.find((each) => each.position === other);
          // Of one stance that contradicts itself the other entry stands at no head of its own.
          if (!there || other === position) continue;
          const back = there.beside.find((each) => each.position === position);
          expect(back?.relation).toBe(relation);
        }
      }
    })
  );
});
