import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { type Card, newCard } from '../briefing/entries.js';
import { applyChange, diffBriefing } from './change.js';
import { newId } from '../base/values.js';
import { compactChange, expandChange } from './log-codec.js';
import { expandAsThen } from './testing/frozen-reader.js';

const ids = Array.from({ length: 6 }, newId);
const base = emptyBriefing('Base', new Date(0));
const words = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.constantFrom('a'.repeat(200), `${'a'.repeat(90)}b${'a'.repeat(90)}`, '\uD83D\uDE00'.repeat(30))
);
const card: fc.Arbitrary<Card> = fc
  .record({ id: fc.constantFrom(...ids), heading: words, body: words })
  .chain((fields) =>
    fc
      .record({
        kind: fc.constantFrom('note' as const, 'fact' as const),
        drafted: fc.constantFrom({}, { draftedSentences: undefined }, { draftedSentences: [1] })
      })
      .map(({ kind, drafted }) => newCard(kind, { ...fields, ...drafted }))
  );
const briefing: fc.Arbitrary<Briefing> = fc
  .record({
    title: words,
    bottomLine: words,
    tags: fc.array(fc.constantFrom('one', 'two'), { maxLength: 2 }),
    cards: fc.uniqueArray(card, { selector: (each) => each.id })
  })
  .map((part) => ({ ...base, ...part }));

describe('a change as the log keeps it', () => {
  test.each([
    ['now', expandChange],
    ['then', expandAsThen]
  ])('leads over JSON to the same state, as it is read %s', (_when, expand) => {
    fc.assert(
      fc.property(briefing, briefing, (before, after) => {
        const compact = compactChange({ ...before }, diffBriefing(before, after));
        const stored = JSON.parse(JSON.stringify(compact)) as typeof compact;
        expect(applyChange(before, expand({ ...before }, stored), new Date(0))).toEqual(after);
      })
    );
  });

  test('once said that a field is `null` where it had gone, and is read as it was meant', () => {
    const drafted = newCard('note', {
      id: ids[0]!,
      heading: 'A',
      body: 'B',
      draftedSentences: [1]
    });
    const before = { ...base, cards: [drafted], bottomLineDraftedSentences: [2] };
    const stored = {
      fields: { bottomLineDraftedSentences: [null] },
      lists: { cards: { put: [[ids[0]!, { draftedSentences: [null] }]] } }
    } as const;
    const { cards, ...read } = applyChange(
      before,
      expandChange({ ...before }, stored),
      new Date(0)
    );
    expect(read.bottomLineDraftedSentences).toBeUndefined();
    expect(cards[0]?.draftedSentences).toBeUndefined();
  });

  test('of one word in a long card takes few bytes', () => {
    const long = newCard('note', { id: ids[0]!, heading: 'A', body: 'word '.repeat(4_000) });
    const before = { ...base, cards: [long] };
    const after = {
      ...before,
      cards: [{ ...long, body: `${long.body.slice(0, 9_000)}new ${long.body.slice(9_000)}` }]
    };
    const compact = compactChange({ ...before }, diffBriefing(before, after));
    expect(JSON.stringify(compact).length).toBeLessThan(100);
  });

  test('does not fit another text', () => {
    const long = newCard('note', { id: ids[0]!, heading: 'A', body: 'word '.repeat(40) });
    const before = { ...base, cards: [long] };
    const after = { ...before, cards: [{ ...long, body: `${long.body}more` }] };
    const compact = compactChange({ ...before }, diffBriefing(before, after));
    const other = { ...base, cards: [{ ...long, body: 'short' }] };
    expect(() => expandChange({ ...other }, compact)).toThrow(/not the one that was edited/);
    expect(() => expandChange({ ...base }, compact)).toThrow(/no entry/);
  });
});
