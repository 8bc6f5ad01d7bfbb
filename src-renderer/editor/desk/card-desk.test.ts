import { beforeEach, describe, expect, test } from 'vitest';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { maxCardLength } from '../../../src-main/domain/base/limits.js';
import type { CardEditor } from '../../cards/card-editor/create-card-editor.js';
import { CardDesk } from './card-desk.svelte.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { openForTest } from '../open/testing/disk.js';
import { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { Voice } from './messages.svelte.js';

let toasts: Toasts;
const shown = () => toasts.shown.map(({ text }) => text);
const pressUndo = () => toasts.shown.at(-1)!.actions[0]!.run();
let open: OpenBriefing;
let desk: CardDesk;
const headings = () => open.briefing.cards.map((card) => card.heading);

beforeEach(() => {
  toasts = new Toasts();
  const briefing = emptyBriefing('Test', new Date(0));
  open = openForTest(briefing);
  desk = new CardDesk(open, new Voice(), toasts);
  for (const heading of ['a', 'b', 'c']) {
    desk.add(desk.current);
    desk.setHeading(desk.current!, heading);
  }
});

describe('the desk of cards', () => {
  test('adds after the current card and asks for the focus on its heading', () => {
    desk.select(open.briefing.cards[0]!.id);
    desk.add(desk.current);
    expect(headings()).toEqual(['a', '', 'b', 'c']);
    expect(desk.focus).toEqual({ card: desk.current, part: 'heading' });
  });

  test('a card is split behind the table in which the cursor stands', () => {
    const { id } = open.briefing.cards[0]!;
    const table = '| A | B |\n| --- | --- |\n| 1 | 2 |';
    desk.setBody(id, `Above\n\n${table}\n\nBelow`, 'typing', () => new Map());
    desk.startEditing(id);
    const at = open.briefing.cards[0]!.body.indexOf('2');
    desk.useEditor({ selection: { from: at, to: at } } as CardEditor);
    expect(desk.split()).toBe(true);
    const bodies = open.briefing.cards.map(({ body }) => body);
    expect(bodies).toEqual([`Above\n\n${table}`, 'Below', '', '']);
  });

  test('a struck line goes, undo brings it back, and with its last line the card goes', () => {
    const { id } = open.briefing.cards[0]!;
    const body = () => open.briefing.cards.find((card) => card.id === id)?.body;
    desk.setBody(id, '- One\n- Two\n- Three', 'typing', () => new Map());
    open.endTyping();
    desk.strikeLine(id, 1);
    expect(body()).toBe('- One\n- Three');
    open.undo();
    expect(body()).toBe('- One\n- Two\n- Three');
    for (let left = 3; left > 0; left -= 1) desk.strikeLine(id, 0);
    expect(body()).toBeUndefined();
    expect(headings()).toEqual(['b', 'c']);
  });

  test('a card merged into the one before makes that current; the first has none', () => {
    const [first, second] = open.briefing.cards;
    desk.select(second!.id);
    expect(desk.mergeBefore(desk.current)).toBe(true);
    expect(headings()).toEqual(['a', 'c']);
    expect([desk.current, desk.focus?.card]).toEqual([first!.id, first!.id]);
    expect(desk.mergeBefore(desk.current)).toBe(false);
  });

  test('after a deletion the next card is current, after the last one the one before', () => {
    desk.remove(open.briefing.cards[1]!.id);
    expect(desk.current).toBe(open.briefing.cards[1]!.id);
    desk.remove(desk.current!);
    expect(headings()).toEqual(['a']);
    expect(desk.current).toBe(open.briefing.cards[0]!.id);
    expect(shown()).toEqual(['Deleted the card “b”.', 'Deleted the card “c”.']);
  });

  test('the message takes back its deletion alone, also after other edits, and once', () => {
    const [first, second] = open.briefing.cards;
    desk.remove(second!.id);
    desk.setBody(first!.id, 'later words', 'typing', () => new Map());
    pressUndo();
    expect(headings()).toEqual(['a', 'b', 'c']);
    expect(open.briefing.cards[0]!.body).toBe('later words');
    open.undo();
    expect(headings()).toEqual(['a', 'c']);
    open.redo();
    pressUndo();
    expect(headings()).toEqual(['a', 'b', 'c']);
  });

  test('right after the deletion the message undoes it and leaves no step behind', () => {
    const before = open.briefing;
    desk.remove(before.cards[1]!.id);
    pressUndo();
    expect(open.briefing).toBe(before);
    expect(open.redoLabel).toBe('deleting the card “b”');
  });

  test('the message goes once undo has brought the card back by itself', () => {
    desk.remove(open.briefing.cards[1]!.id);
    open.undo();
    expect([shown(), headings()]).toEqual([[], ['a', 'b', 'c']]);
  });

  test('the message goes away when the briefing is left, and changes it no more', () => {
    desk.remove(open.briefing.cards[1]!.id);
    const { run } = toasts.shown[0]!.actions[0]!;
    open.close();
    run();
    expect([shown(), headings()]).toEqual([[], ['a', 'c']]);
  });

  test('moves the current card by one step, and not beyond the ends', () => {
    desk.moveBy(-1);
    expect(headings()).toEqual(['a', 'c', 'b']);
    desk.moveBy(1);
    desk.moveBy(1);
    expect(headings()).toEqual(['a', 'b', 'c']);
  });

  test('a card that an undo takes away is neither current nor edited any more', () => {
    desk.add(null);
    desk.startEditing(desk.current!);
    open.undo();
    expect([desk.current, desk.editing]).toEqual([null, null]);
    expect(desk.moveBy(1)).toBe(false);
  });

  test('typing in one card is one step for undo, a second card another', () => {
    const [first, second] = open.briefing.cards;
    desk.setBody(first!.id, 'x', 'typing', () => new Map());
    desk.setBody(first!.id, 'xy', 'typing', () => new Map());
    desk.setBody(second!.id, 'z', 'typing', () => new Map());
    open.undo();
    expect(open.briefing.cards.map((card) => card.body)).toEqual(['xy', '', '']);
  });

  test('says the limit when a text is refused for its length', () => {
    desk.refuseLength();
    expect(shown()[0]).toContain(maxCardLength.toLocaleString('en'));
  });

  test('says what became of a paste with too much formatting', () => {
    desk.tellPastedPlain(true);
    expect(shown()[0]).toMatch(/too many formatted parts .* pasted as plain text\.$/);
  });
});
