/** Undo and redo of an open briefing: in a field, outside, and what is kept of where they lead away from. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { ownField } from '../../../src-main/domain/briefing/field.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { addCard, moveCard, removeCard, setDetails } from '../edits/edits.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { named } from './step-names.js';
import { openForTest, testDisk, type TestDisk } from './testing/disk.js';

const start = emptyBriefing('Start', new Date(0));

const title = named.detail('title');
const card = named.cardAdded(newId());
const disk = () => testDisk(start);
const open = (d: TestDisk) => openForTest(start, {}, d);

beforeEach(() => void vi.useFakeTimers());

describe('undo inside of a field', () => {
  const field = ownField('title');
  const titled = (b: OpenBriefing, words: string, key?: string) =>
    b.edit(title, (x) => setDetails(x, { title: words }), key);

  test('takes back what was typed there, whatever came after, and stops; redo there brings it back', () => {
    const b = open(disk());
    titled(b, 'A');
    titled(b, 'AB');
    b.edit(card, (x) => addCard(x, null));
    const before = b.briefing;
    expect(b.undoIn(field)).toMatchObject({ kind: 'moved', moved: { step: title } });
    expect([b.briefing.title, b.briefing.cards]).toEqual(['A', before.cards]);
    expect(b.undoIn(field).kind).toBe('moved');
    expect(b.undoIn(field)).toEqual({ kind: 'nothing' });
    expect([b.briefing.title, b.briefing.cards]).toEqual(['Start', before.cards]);
    expect(b.undoLabel).toBe('adding an empty card');
    expect([b.redoIn(field).kind, b.redoIn(field).kind]).toEqual(['moved', 'moved']);
    expect(b.briefing).toBe(before);
    expect(b.redoIn(field)).toEqual({ kind: 'nothing' });
  });

  test('says which step it cannot take back alone', () => {
    const b = open(disk());
    titled(b, 'A');
    b.edit(named.copyMerged('x'), (x) => setDetails(x, { title: 'Theirs' }));
    expect(b.undoIn(field)).toEqual({ kind: 'entangled', words: 'title of the briefing' });
    expect(b.briefing.title).toBe('Theirs');
    b.undo();
    expect(b.undoIn(field).kind).toBe('moved');
  });
});

test('tells of each step that undo takes back and redo brings again', () => {
  const b = open(disk());
  expect([b.undo(), b.redo()]).toEqual([{ kind: 'nothing' }, { kind: 'nothing' }]);
  b.edit(card, (x) => addCard(x, null));
  const then = b.briefing;
  expect(b.undo()).toEqual({
    kind: 'moved',
    moved: { step: card, words: 'adding an empty card', from: then }
  });
  expect([b.isNext(card), b.isLatest(card)]).toEqual([true, false]);
  expect(b.redo()).toMatchObject({ moved: { step: card, words: 'adding an empty card' } });
  expect([b.isNext(card), b.isLatest(card)]).toEqual([false, true]);
});

test('an edit for now is withdrawn as if it had never been, but not from under others', () => {
  const b = open(disk());
  b.edit(title, (x) => setDetails(x, { title: 'A' }));
  b.undo();
  const before = b.briefing;
  const withdraw = b.editForNow(card, (x) => addCard(x, null));
  expect(b.redoLabel).toBeNull();
  expect(withdraw()).toBe(true);
  expect([b.briefing === before, b.undoLabel, b.redoLabel]).toEqual([
    true,
    null,
    'title of the briefing'
  ]);
  const again = b.editForNow(card, (x) => addCard(x, null));
  b.edit(title, (x) => setDetails(x, { title: 'B' }));
  expect([again(), b.briefing.cards.length]).toEqual([false, 1]);
});

describe('what undo led away from', () => {
  const held = (d: TestDisk) =>
    d.state.kept.map(({ briefing, name }) => [name, briefing.title, briefing.cards.length]);
  const line = named.detail('bottomLine');
  const write = (b: OpenBriefing, bottomLine: string) =>
    b.edit(line, (x) => setDetails(x, { bottomLine }), 'line');

  test('is kept with the next save, once, with what was undone by name', async () => {
    const d = disk();
    const b = open(d);
    b.edit(title, (x) => setDetails(x, { title: 'A' }));
    b.edit(card, (x) => addCard(x, null));
    await b.flush();
    b.undo();
    b.undo();
    await vi.advanceTimersByTimeAsync(900);
    const kept = [['adding an empty card and 1 more', 'A', 1]];
    expect(held(d)).toEqual(kept);
    b.edit(title, (x) => setDetails(x, { title: 'B' }));
    await b.flush();
    expect(held(d)).toEqual(kept);
    expect(d.state.briefing.title).toBe('B');
  });

  test('is kept also when new work came before it was saved, and before that is', async () => {
    const d = disk();
    const b = open(d);
    b.edit(card, (x) => addCard(x, null));
    b.undo();
    b.edit(title, (x) => setDetails(x, { title: 'B' }));
    d.state.failure = 'The disk is full.';
    expect(await b.flush()).toBe(false);
    d.state.failure = null;
    expect(await b.retry()).toBe(true);
    expect(held(d)).toEqual([['adding an empty card', 'Start', 1]]);
  });

  test('is not kept when it holds nothing that is not there, as when a deletion was undone', async () => {
    const d = disk();
    const b = open(d);
    const [one, two] = [newId(), newId()];
    b.edit(card, (x) => addCard(addCard(x, null, 'note', one), null, 'note', two));
    b.edit(named.cardRemoved(one), (x) => removeCard(x, one));
    b.undo();
    b.edit(title, (x) => setDetails(x, { title: 'B' }));
    await b.flush();
    expect(held(d)).toEqual([]);
    b.edit(named.cardMoved(two), (x) => moveCard(x, two, 0));
    b.undo();
    await b.flush();
    expect(held(d)).toEqual([['moving an empty card', 'B', 2]]);
  });

  test('is not kept when redo or a withdrawn edit led back to it', async () => {
    const d = disk();
    const b = open(d);
    b.edit(card, (x) => addCard(x, null));
    b.undo();
    b.redo();
    await b.flush();
    expect(held(d)).toEqual([]);
    b.undo();
    const withdraw = b.editForNow(title, (x) => setDetails(x, { title: 'B' }));
    withdraw();
    b.redo();
    await b.flush();
    expect(held(d)).toEqual([]);
  });

  test('when it is typing in one field, is kept once the field is typed in no more, unless it stands there again', async () => {
    const d = disk();
    const b = open(d);
    const sentence = 'The sides agreed on nothing at all.';
    write(b, sentence);
    b.endTyping();
    b.undo();
    write(b, 'T');
    await vi.advanceTimersByTimeAsync(900);
    expect(held(d)).toEqual([]);
    write(b, `Now: ${sentence}`);
    await b.flush();
    expect(held(d)).toEqual([]);
    b.undo();
    write(b, 'Something else.');
    await b.flush();
    expect(held(d)).toEqual([['bottom line', 'Start', 0]]);
    expect(d.state.kept[0]?.briefing.bottomLine).toBe(`Now: ${sentence}`);
  });

  test('is a slip of the keys when little was typed over it, but not when the person goes elsewhere', async () => {
    const d = disk();
    const b = open(d);
    write(b, 'teh');
    b.endTyping();
    b.undo();
    write(b, 'the');
    await b.flush();
    expect(held(d)).toEqual([]);
    b.undo();
    b.edit(title, (x) => setDetails(x, { title: 'B' }));
    await b.flush();
    expect(held(d)).toEqual([['bottom line', 'Start', 0]]);
  });

  test('is kept when the briefing may be left, whatever it is', async () => {
    const d = disk();
    const b = open(d);
    write(b, 'a line');
    b.undo();
    await vi.advanceTimersByTimeAsync(900);
    expect(held(d)).toEqual([]);
    expect(await b.flush()).toBe(true);
    expect(d.state.kept[0]?.briefing.bottomLine).toBe('a line');
  });
});
