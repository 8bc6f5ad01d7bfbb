import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  pause,
  record,
  redo,
  redoAt,
  startHistory,
  undo,
  undoAt,
  type History,
  type Rebase
} from './history.js';

describe('history', () => {
  test('typing in one field is one step, a pause starts the next', () => {
    let h = startHistory('');
    h = record(h, 'a', 'Typing', 'card');
    h = record(h, 'ab', 'Typing', 'card');
    h = pause(h);
    h = record(h, 'abc', 'Typing', 'card');
    expect(undo(h).present).toBe('ab');
    expect(undo(undo(h)).present).toBe('');
  });

  test('another act between two runs of typing keeps them apart', () => {
    let h = record(startHistory(''), 'a', 'Typing', 'card');
    h = record(h, 'A', 'Capitals');
    h = record(h, 'Ab', 'Typing', 'card');
    expect([undo(h).present, undo(undo(h)).present]).toEqual(['A', 'a']);
  });

  test('undo, then a new edit, drops what was undone', () => {
    const h = record(undo(record(startHistory('a'), 'b', 'B')), 'c', 'C');
    expect(redo(h)).toBe(h);
  });

  test('any run of edits can be undone to the start and redone to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        const start: History<number> = startHistory(0.5);
        const end = values.reduce((h, value, i) => record(h, value + i / 1e6, `${i}`), start);
        const begun = end.past.reduce((h) => undo(h), end);
        expect(begun.present).toBe(0.5);
        expect(end.past.reduce((h) => redo(h), begun).present).toBe(end.present);
      })
    );
  });

  describe('a step from among others', () => {
    /** States are sets of letters; a step adds one or takes one away. */
    const rebase: Rebase<string> = (onto, from, to) => {
      const gone = [...from].find((letter) => !to.includes(letter)) ?? '';
      const added = [...to].find((letter) => !from.includes(letter)) ?? '';
      return gone && !onto.includes(gone) ? null : onto.replace(gone, '') + added;
    };
    const letters = (h: History<string>) => [...h.present].sort().join('');
    const abc = ['a', 'b', 'c'].reduce(
      (h, letter) => record(h, h.present + letter, letter),
      startHistory('')
    );

    test('is taken back alone; later ones can be undone without it, and redo brings back just that', () => {
      const h = undoAt(abc, 0, rebase)!;
      expect([h.present, h.past.map(({ what }) => what)]).toEqual(['bc', ['b', 'c']]);
      expect([undo(h).present, undo(undo(h)).present]).toEqual(['b', '']);
      const back = redo(h);
      expect(back.present).toBe(abc.present);
      expect(back.past.map(({ what }) => what)).toEqual(['b', 'c', 'a']);
      expect(undo(undo(back)).present).toBe('b');
    });

    test('is brought back alone, before what was undone before it', () => {
      const h = redoAt(undo(undoAt(abc, 0, rebase)!), 1, rebase)!;
      expect([letters(h), h.future.map(({ what }) => what)]).toEqual(['ab', ['c']]);
      expect(redo(h).present).toBe(abc.present);
    });

    test('stays where a later one cannot do without it', () => {
      const h = record(abc, 'bc', 'without a');
      expect(undoAt(h, 0, rebase)).toBeNull();
      expect(redoAt(h, 0, rebase)).toBeNull();
    });

    test('whatever is taken back and brought again, in any order, all of it comes back by redo', () => {
      fc.assert(
        fc.property(fc.array(fc.nat(6), { maxLength: 8 }), fc.nat(4), (picks, more) => {
          const all = [...'abcdefg'].reduce(
            (h, letter) => record(h, h.present + letter, letter),
            startHistory('')
          );
          let h = all;
          for (const pick of picks) h = undoAt(h, pick % (h.past.length + 1), rebase) ?? h;
          for (let i = 0; i < more; i++) h = redoAt(h, i, rebase) ?? h;
          const done = h.past.map(({ what }) => what);
          expect(letters(h)).toBe(done.toSorted().join(''));
          expect(h.past[0]?.state ?? '').toBe('');
          while (h.future.length > 0) h = redo(h);
          expect(letters(h)).toBe('abcdefg');
        })
      );
    });
  });
});
