/** What undo and redo say, where they lead, and for how long their messages hold. */
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { fieldOf, ownField } from '../../../src-main/domain/briefing/field.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { addCard, setCard, setDetails } from '../edits/edits.js';
import type { Moved } from '../open/moved-step.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { splitCard } from '../edits/split-and-merge.js';
import { StepDesk } from './step-desk.svelte.js';
import { named } from '../open/step-names.js';
import { openForTest } from '../open/testing/disk.js';

let open: OpenBriefing;
let toasts: Toasts;
let desk: StepDesk;
let led: Moved[];
let written: (Id | number | undefined)[];
const shown = () => toasts.shown.map(({ text }) => text);
const press = () => toasts.shown.at(-1)!.actions[0]!.run();
const [card, tail] = [newId(), newId()];
const title = ownField('title');
const setTitle = (words: string) =>
  open.edit(named.detail('title'), (b) => setDetails(b, { title: words }));

beforeEach(() => {
  const start = addCard(emptyBriefing('Start', new Date(0)), null, 'note', card);
  open = openForTest(setCard(start, card, { heading: 'H', body: 'One. Two.' }));
  toasts = new Toasts();
  [led, written] = [[], []];
  desk = new StepDesk(
    open,
    toasts,
    (way) => (way === 'undo' ? 'Ctrl+Z' : 'Ctrl+Shift+Z'),
    (moved) => (led.push(moved), ['#there']),
    (id, cursor) => void written.push(id, cursor)
  );
});

describe('outside of a field', () => {
  test('undo names the step, leads there and offers to redo it, and so on', () => {
    setTitle('New');
    desk.move('undo');
    expect(shown()).toEqual(['Undid: title of the briefing.']);
    expect([led[0]?.step.place, desk.led]).toEqual([{ what: 'head' }, ['#there']]);
    press();
    expect(open.briefing.title).toBe('New');
    expect(shown()).toEqual(['Redid: title of the briefing.']);
    press();
    expect(open.briefing.title).toBe('Start');
  });

  test('says that there is nothing', () => {
    desk.move('undo');
    expect(shown()).toEqual(['There is nothing to undo.']);
    desk.move('redo');
    expect(shown()).toEqual(['There is nothing to redo.']);
  });

  test('the message goes when what it offers is possible no longer, or the briefing is left', () => {
    setTitle('New');
    desk.move('undo');
    desk.follow();
    expect(shown()).toHaveLength(1);
    open.edit(named.cardAdded(tail), (b) => addCard(b, null, 'note', tail));
    desk.follow();
    expect(shown()).toEqual([]);
    desk.move('undo');
    open.close();
    expect(shown()).toEqual([]);
  });
});

test('what a step did is offered to be undone as long as it is the latest', () => {
  const step = named.cardAdded(tail);
  const add = () => open.edit(step, (b) => addCard(b, null, 'note', tail));
  add();
  desk.offer('Added one.', step);
  desk.follow();
  expect(shown()).toEqual(['Added one.']);
  press();
  expect(open.briefing.cards.map(({ id }) => id)).toEqual([card]);
  add();
  desk.offer('Added one.', step);
  setTitle('New');
  desk.follow();
  expect(shown()).toEqual([]);
});

describe('inside of a field', () => {
  test('typing is taken back without a word, until there is none left', () => {
    open.edit(named.cardAdded(tail), (b) => addCard(b, null, 'note', tail));
    setTitle('New');
    desk.moveIn(title, 'undo');
    expect([open.briefing.title, shown(), desk.led]).toEqual(['Start', [], null]);
    desk.moveIn(title, 'undo');
    expect(shown()).toEqual([
      'Nothing more to undo here. Press Escape, then Ctrl+Z, to undo: adding an empty card.'
    ]);
    desk.moveIn(title, 'redo');
    expect([open.briefing.title, shown()]).toEqual(['New', []]);
    desk.moveIn(title, 'redo');
    expect(shown()).toEqual(['Nothing more to redo here.']);
    desk.moveIn(null, 'redo');
    expect(shown()).toEqual(['Nothing more to redo here.']);
  });

  test('a field in which nothing was done goes on to the briefing, and back', () => {
    open.edit(named.cardAdded(tail), (b) => addCard(b, null, 'note', tail));
    desk.moveIn(title, 'undo');
    expect(open.briefing.cards.map(({ id }) => id)).toEqual([card]);
    expect([shown(), led.length]).toEqual([['Undid: adding an empty card.'], 1]);
    desk.moveIn(title, 'redo');
    expect(open.briefing.cards.map(({ id }) => id)).toEqual([card, tail]);
  });

  test('a split is undone in either card, with a word, and leads back into the first', () => {
    const split = () => open.edit(named.cardSplit(card, tail), (b) => splitCard(b, card, 4, tail));
    split();
    desk.moveIn(fieldOf('cards', tail, 'text'), 'undo');
    expect(open.briefing.cards.map(({ body }) => body)).toEqual(['One. Two.']);
    expect([shown(), written]).toEqual([['Undid: splitting the card “H”.'], [card, 4]]);
    split();
    setTitle('New');
    desk.moveIn(fieldOf('cards', card, 'text'), 'undo');
    expect(open.briefing.cards).toHaveLength(2);
    expect(shown()).toEqual([
      'Later work rests on the last step here (splitting the card “H”). Press Escape, then Ctrl+Z, to undo: title of the briefing.'
    ]);
  });
});

test('a step that others have changed since is left as it is, and that is said with what comes next', async () => {
  setTitle('New');
  open.edit(named.cardHeading(card), (b) => setCard(b, card, { heading: 'Heading' }));
  await open.flush();
  const put = setCard(open.briefing, card, { heading: 'Theirs' }).cards;
  const change = { fields: {}, cards: { put, removed: [], order: null } };
  open.takeIn({ revision: 3, change, authors: ['Maria', 'Bo'] });
  desk.move('undo');
  expect(shown()).toEqual([
    'Maria and Bo changed this since, so it is not undone: heading of the card “Theirs”. Ctrl+Z goes on to: title of the briefing.'
  ]);
  desk.move('undo');
  expect([open.briefing.title, open.briefing.cards[0]?.heading]).toEqual(['Start', 'Theirs']);
});
