/** Protects what a person typing in an annotated text sees: marks stay on their words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEdit, followEdit } from './splice.js';

/** The range in square brackets. */
function marked(text: string) {
  const start = text.indexOf('[');
  return { text: text.replace(/[[\]]/g, ''), range: { start, end: text.indexOf(']') - 1 } };
}

describe('followEdit', () => {
  it.each([
    ['text typed before it', 'a [quote] z', 'abc quote z', 'abc [quote] z'],
    ['text typed after it', 'a [quote] z', 'a quote zzz', 'a [quote] zzz'],
    ['text typed at its start stays outside', 'a [quote] z', 'a xquote z', 'a x[quote] z'],
    ['text typed at its end stays outside', 'a [quote] z', 'a quotex z', 'a [quote]x z'],
    ['text typed inside belongs to it', 'a [quote] z', 'a qu-ote z', 'a [qu-ote] z'],
    ['its start replaced', 'a [quote] z', 'a bote z', 'a [bote] z'],
    ['its end replaced', 'a [quote] z', 'a quark z', 'a [quark] z'],
    ['a cut across its start', 'abc [quote] z', 'aote z', 'a[ote] z'],
    ['a cut across its end', 'a [quote] xyz', 'a quz', 'a [qu]z'],
    ['text replaced right before it', 'abc[quote]z', 'ak_quotez', 'ak_[quote]z'],
    ['text replaced right after it', 'a[quote]xyz', 'aquotek_', 'a[quote]k_']
  ])('%s', (_, before, after, expected) => {
    const { text, range } = marked(before);
    const edit = findEdit(text, after);
    expect(edit).not.toBeNull();
    expect(edit && followEdit(range, edit)).toEqual(marked(expected).range);
  });

  it.each([
    ['deleted', 'a [quote] z', 'a  z'],
    ['deleted with what surrounds it', 'abc [quote] xyz', 'abyz'],
    ['typed over', 'a [quote] z', 'a x z']
  ])('gives up a range that was %s', (_, before, after) => {
    const { text, range } = marked(before);
    const edit = findEdit(text, after);
    expect(edit && followEdit(range, edit)).toBeNull();
  });

  it('keeps a range that holds the edit, and every character of one that does not touch it', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁'), minLength: 1 });
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), (before, after, a, b) => {
        const edit = findEdit(before, after);
        if (!edit) return;
        const { at, removed, inserted } = edit;
        expect(before.slice(0, at)).toBe(after.slice(0, at));
        expect(before.slice(at + removed)).toBe(after.slice(at + inserted));
        const start = a % before.length;
        const end = start + 1 + (b % (before.length - start));
        const range = followEdit({ start, end }, edit);
        if (!range) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeLessThanOrEqual(at + removed);
          return;
        }
        expect(range.start).toBeLessThan(range.end);
        expect(range.end).toBeLessThanOrEqual(after.length);
        const untouched = end <= at || start >= at + removed;
        if (untouched) expect(after.slice(range.start, range.end)).toBe(before.slice(start, end));
      })
    );
  });
});

describe('findEdit', () => {
  it('sees no edit between equal texts', () => {
    expect(findEdit('same', 'same')).toBeNull();
  });

  it('replaces whole characters', () => {
    expect(findEdit('a😀b', 'a😁b')).toEqual({ at: 1, removed: 2, inserted: 2 });
  });
});
