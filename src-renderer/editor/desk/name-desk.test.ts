/** An actor or issue that is given the name of another is asked about, and two that become one lose nothing from sight. */
import { beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newActor, newIssue } from '../../../src-main/domain/briefing/entries.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { openForTest } from '../open/testing/disk.js';
import { NameDesk } from './name-desk.svelte.js';

const hill = { ...newActor('Christopher Hill', 'person'), aliases: ['C. Hill'] };
const typed = newActor('Christopher Hil', 'person');
const [toll, fee] = [newIssue('Should there be a toll?'), newIssue('Should there be a fee?')];
const positions = [
  entry(1, { actor: hill.id, issue: toll.id }),
  entry(2, { actor: typed.id, issue: fee.id })
];

let open: OpenBriefing;
let desk: NameDesk;
let shown: ConstructorParameters<typeof NameDesk>[2];
let messages: string[];

beforeEach(() => {
  const briefing = { ...emptyBriefing('Talks'), actors: [hill, typed], issues: [toll, fee] };
  open = openForTest({ ...briefing, positions });
  shown = { cell: null, profile: null };
  messages = [];
  const show = (text: string) => messages.push(text);
  desk = new NameDesk(open, { show, dismiss: () => undefined }, shown);
});

test('a name that another has is asked about; merged, the other keeps its place, and undo parts them', () => {
  desk.setActor(typed.id, { name: 'christopher  hill' });
  expect(desk.namesakes).toMatchObject({ kind: 'actor', id: typed.id, other: hill.id });
  expect(open.briefing.actors).toHaveLength(2);
  desk.mergeNamesakes();
  expect(desk.namesakes).toBeNull();
  expect(open.briefing.actors).toMatchObject([{ id: hill.id, name: 'Christopher Hill' }]);
  expect(open.briefing.positions.map(({ actor }) => actor)).toEqual([hill.id, hill.id]);
  expect(messages).toEqual(['Merged the two “Christopher Hill”. Undo takes them apart again.']);
  open.undo();
  expect(open.briefing.actors).toHaveLength(2);
});

test('so is an alias of another, and an alias that is given; the one under whose alias it stands is kept', () => {
  desk.setActor(typed.id, { name: 'C. Hill' });
  desk.mergeNamesakes();
  expect(open.briefing.actors).toMatchObject([{ id: hill.id, name: 'Christopher Hill' }]);
  open.undo();
  open.undo();
  desk.setActor(hill.id, { aliases: ['C. Hill', 'Christopher Hil'] });
  desk.mergeNamesakes();
  expect(open.briefing.actors).toMatchObject([{ id: hill.id }]);
});

test('a wording that another issue has is asked about, and both can be kept without being asked again', () => {
  desk.setIssue(fee.id, { wording: toll.wording });
  expect(desk.namesakes).toMatchObject({ kind: 'issue', id: fee.id, other: toll.id });
  desk.keepBoth();
  desk.setIssue(fee.id, { wording: toll.wording.toUpperCase() });
  desk.setIssue(fee.id, { note: 'Both.' });
  expect(desk.namesakes).toBeNull();
  expect(open.briefing.issues).toHaveLength(2);
});

test('what is open of the one that goes follows to the one that stays', () => {
  Object.assign(shown, { cell: { actor: typed.id, issue: fee.id }, profile: typed.id });
  desk.merge(hill.id, typed.id);
  expect(shown).toEqual({ cell: { actor: hill.id, issue: fee.id }, profile: hill.id });
  desk.merge(toll.id, fee.id);
  expect(shown.cell).toEqual({ actor: hill.id, issue: toll.id });
});
