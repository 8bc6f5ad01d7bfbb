/** What is told of changes that others make in the open briefing. */
import { beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { addCard, removeCard, setCard, setDetails } from '../edits/edits.js';
import { diffBriefing } from '../../../src-main/domain/change/change.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { openForTest } from '../open/testing/disk.js';
import { tellCameIn } from './messages.svelte.js';

const [one, two, three] = [newId(), newId(), newId()];
let open: OpenBriefing;
let toasts: Toasts;
let now: number;
let revision: number;
const shown = () => toasts.shown.map(({ text }) => text);
const change = (edit: (b: Briefing) => Briefing, authors: readonly string[] = ['Maria']) => {
  revision += 1;
  open.takeIn({ revision, change: diffBriefing(open.briefing, edit(open.briefing)), authors });
};

beforeEach(() => {
  const start = addCard(
    addCard(emptyBriefing('Start', new Date(0)), null, 'note', one),
    null,
    'note',
    two
  );
  open = openForTest(start);
  toasts = new Toasts();
  [now, revision] = [0, 1];
  tellCameIn(open, toasts, () => now);
});

test('one line tells all that comes while it is shown', () => {
  change((b) => setCard(b, one, { body: 'x' }));
  expect(shown()).toEqual(['Maria changed 1 card.']);
  change((b) => setCard(b, two, { body: 'x' }));
  change((b) => setDetails(addCard(b, null, 'note', three), { title: 'T', bottomLine: 'L' }));
  expect(shown()).toEqual([
    'Maria added 1 card and changed the title, the bottom line and 2 cards.'
  ]);
  change((b) => removeCard(b, three));
  expect(shown()).toEqual(['Maria changed the title, the bottom line and 2 cards.']);
  change((b) => setCard(b, one, { body: 'y' }), ['Bo', 'Ann']);
  expect(shown().at(-1)).toBe('Bo and Ann changed 1 card.');
});

test('one who goes on writing where that was told is not told of again for a minute', () => {
  change((b) => setCard(b, one, { body: 'x' }));
  for (const { id } of toasts.shown) toasts.dismiss(id);
  change((b) => setCard(b, one, { body: 'xy' }));
  expect(shown()).toEqual([]);
  now = 70_000;
  change((b) => setCard(b, one, { body: 'xyz' }));
  expect(shown()).toEqual(['Maria changed 1 card.']);
});

test('what became of one’s own part is told, and where nobody knows who it was', () => {
  open.holding = () => new Set([one]);
  change((b) => removeCard(b, one), []);
  expect(shown()).toEqual([
    'Somebody deleted 1 card. What you are working on was deleted there. It stays here.'
  ]);
});
