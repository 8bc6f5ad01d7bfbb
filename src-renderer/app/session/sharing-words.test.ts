/** What is told of a shared library: saved here and shared there are two states, and being away is nothing alarming. */
import { expect, test } from 'vitest';
import type { TeamPerson, TeamState } from '../../../src-main/domain/program/team-state.js';
import { peopleInOrder, sharingInWords } from './sharing-words.js';

const now = new Date(2026, 10, 29, 15, 0);
const at = (hour: number, minute: number, day = 29) =>
  new Date(2026, 10, day, hour, minute).toISOString();
const you: TeamPerson = {
  device: 'a',
  person: 'Ada',
  standing: 'member',
  isYou: true,
  isBySheet: false,
  mayRemove: false,
  joinedAt: at(9, 0, 1),
  lastChange: null,
  refusal: null
};
const team: TeamState = {
  name: 'Ferry team',
  place: 'The folder /media/shared',
  isOnServer: false,
  hasSheet: true,
  isSheetGood: true,
  sheetAt: null,
  you: 'a',
  people: [you],
  invitations: [],
  unsent: 0,
  originals: 0,
  waiting: [],
  sharedAt: at(14, 5),
  away: null,
  fault: null,
  concerns: [],
  isRegisterUnsent: false
};
const words = (part: Partial<TeamState>, awaySince: Date | null = null) =>
  sharingInWords({ team: { ...team, ...part }, fault: null }, awaySince, now);

test('nothing is said of a library that is not shared', () => {
  expect(sharingInWords({ team: null, fault: null }, null, now)).toBeNull();
});

test('all shared, and since when', () => {
  expect(words({})).toEqual({
    short: 'All shared',
    more: '',
    whole:
      'Everything is saved here, and the others can have all of it. All was shared last at 14:05.'
  });
  expect(words({ originals: 2 })?.whole).toContain(
    'the others can have all of it; 2 original files still on the way there. All'
  );
  expect(words({ sharedAt: at(14, 5, 22) })?.whole).toContain('on 22 November 2026, 14:05.');
});

test('what is to be shared is counted, one and several', () => {
  expect(words({ unsent: 1 })).toMatchObject({
    short: '1 briefing to share',
    whole: expect.stringContaining('1 briefing has changes') as string
  });
  expect(words({ unsent: 2, sharedAt: null })).toMatchObject({
    short: '2 briefings to share',
    whole:
      'Everything is saved here. 2 briefings have changes that the others do not have yet; Standpoint shares them by itself. Not everything has been shared from here yet.'
  });
});

test('what was said of names and collections is told as well', () => {
  expect(words({ isRegisterUnsent: true })).toMatchObject({
    short: 'Names and collections to share',
    whole: expect.stringContaining('here. Names and collections have changes') as string
  });
  expect(words({ isRegisterUnsent: true, unsent: 1 })).toMatchObject({
    short: '1 briefing to share',
    whole: expect.stringContaining('1 briefing, and names and collections, have changes') as string
  });
});

test('a place out of reach: since when, that all is saved, and what waits', () => {
  const away = 'The server relay.example.org does not answer.';
  expect(words({ away, unsent: 2 }, new Date(2026, 10, 29, 14, 5))).toEqual({
    short: 'Not reachable',
    more: ' since 14:05',
    whole:
      'Not reachable since 14:05. The server relay.example.org does not answer. Everything is saved here. 2 briefings are shared as soon as it can be reached again. All was shared last at 14:05.'
  });
  expect(words({ away }, new Date(2026, 10, 22, 8, 0))?.whole).toContain(
    'Not reachable since 22 November 2026, 08:00.'
  );
  expect(words({ away }, now)?.whole).toContain('Nothing of yours is waiting to be shared.');
});

test('an exchange that failed, or that could not take all in, is not told as shared', () => {
  const fault = 'Sharing met a fault of Standpoint’s own (no such thing), and is tried again.';
  expect(words({ fault })).toEqual({
    short: 'Not shared now',
    more: '',
    whole: `${fault} Everything is saved here. All was shared last at 14:05.`
  });
  expect(words({ waiting: ['“Harbour” waits.'] })).toMatchObject({
    short: 'All shared',
    more: ', not all taken in'
  });
});

test('who waits, was removed or could not begin is told that first', () => {
  const refusal = 'The invitation was used before.';
  expect(words({ people: [{ ...you, standing: 'waiting' }] })?.short).toBe(
    'Waiting to be admitted'
  );
  expect(words({ people: [{ ...you, standing: 'waiting', refusal }] })?.whole).toContain(refusal);
  expect(words({ people: [{ ...you, standing: 'removed' }], away: 'x' })?.short).toBe(
    'Not shared any more'
  );
  const fault = 'Its keys are damaged.';
  expect(sharingInWords({ team: null, fault }, null, now)?.whole).toBe(fault);
});

test('who waits stands first, who has gone last, each by the day', () => {
  const people = (
    [
      ['gone', 'removed', 1],
      ['late', 'member', 9],
      ['early', 'member', 2],
      ['new', 'waiting', 20],
      ['away', 'left', 3]
    ] as const
  ).map(([device, standing, day]) => ({ ...you, device, standing, joinedAt: at(9, 0, day) }));
  expect(peopleInOrder(people).map(({ device }) => device)).toEqual([
    'new',
    'early',
    'late',
    'gone',
    'away'
  ]);
});
