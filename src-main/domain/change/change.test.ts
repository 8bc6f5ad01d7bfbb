import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../briefing/briefing.js';
import { type Card, newCard } from '../briefing/entries.js';
import { applyChange, Change, diffBriefing, isEmptyChange } from './change.js';

const pool: readonly Card[] = Array.from({ length: 8 }, (_, i) =>
  newCard('note', { heading: `Card ${i}`, body: '' })
);
const now = new Date(0);
const base = emptyBriefing('Base', now);

const briefing: fc.Arbitrary<Briefing> = fc
  .record({
    title: fc.string({ maxLength: 20 }),
    cards: fc.shuffledSubarray([...pool]),
    edited: fc.subarray([...pool])
  })
  .map(({ title, cards, edited }) => ({
    ...base,
    title,
    cards: cards.map((card) => (edited.includes(card) ? { ...card, body: title } : card))
  }));

describe('change', () => {
  test('applying the difference of two states to the first gives the second', () => {
    fc.assert(
      fc.property(briefing, briefing, (before, after) => {
        const change = diffBriefing(before, after);
        expect(Change.parse(change)).toEqual(change);
        expect(applyChange(before, change, now)).toEqual(after);
      })
    );
  });

  test('no change is empty, and a moved card alone is not', () => {
    const two = { ...base, cards: pool.slice(0, 2) };
    expect(isEmptyChange(diffBriefing(two, two))).toBe(true);
    expect(isEmptyChange(diffBriefing(two, { ...two, cards: two.cards.toReversed() }))).toBe(false);
  });

  test.each([
    ['names an unknown card', [pool[0]!.id, pool[1]!.id]],
    ['leaves a card out', []],
    ['names a card twice', [pool[0]!.id, pool[0]!.id]]
  ])('an order that %s is refused', (_what, order) => {
    const change = { fields: {}, cards: { put: [], removed: [], order } };
    expect(() => applyChange({ ...base, cards: [pool[0]!] }, change, now)).toThrow(
      /order of cards/
    );
  });
});
