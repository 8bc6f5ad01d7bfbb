import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pause, record, redo, startHistory, undo, type History } from './history.js';

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
});
