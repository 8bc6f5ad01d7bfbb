import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { type Card, newCard } from '../briefing/entries.js';
import { diffBriefing } from './change.js';
import { newId } from '../base/values.js';
import { compactChange, expandChange } from './log-codec.js';

const ids = Array.from({ length: 6 }, newId);
const base = emptyBriefing('Base', new Date(0));
const words = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.constantFrom('a'.repeat(200), `${'a'.repeat(90)}b${'a'.repeat(90)}`, '\uD83D\uDE00'.repeat(30))
);
const card: fc.Arbitrary<Card> = fc
  .record({ id: fc.constantFrom(...ids), heading: words, body: words })
  .chain((fields) =>
    fc.constantFrom('note' as const, 'fact' as const).map((kind) => newCard(kind, fields))
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
  test('comes back as it was, over JSON', () => {
    fc.assert(
      fc.property(briefing, briefing, (before, after) => {
        const change = diffBriefing(before, after);
        const compact = compactChange({ ...before }, change);
        const stored = JSON.parse(JSON.stringify(compact)) as typeof compact;
        expect(expandChange({ ...before }, stored)).toEqual(change);
      })
    );
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
