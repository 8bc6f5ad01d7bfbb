import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../src-main/domain/base/values.js';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newSource } from '../../../src-main/domain/briefing/source.js';
import { draft, text } from '../../../src-main/domain/suggestions/testing/draft.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { openForTest } from '../open/testing/disk.js';
import type { CodingDesk } from './coding-desk.svelte.js';
import { Voice } from './messages.svelte.js';
import { SuggestionDesk } from './suggestion-desk.svelte.js';

const source = newId();
const hash = '0'.repeat(64);
const briefing = {
  ...emptyBriefing('Talks'),
  sources: [
    newSource({ id: source, title: 'Talks', text: hash, importedAt: '2025-05-01T10:00:00.000Z' })
  ]
};

let open: OpenBriefing;
let desk: SuggestionDesk;
let coding: CodingDesk;
let voice: Voice;

beforeEach(async () => {
  open = openForTest(briefing, { [hash]: text });
  voice = new Voice();
  const drafter = { draft: () => Promise.resolve(draft), cancel: () => undefined };
  desk = new SuggestionDesk(open, voice, drafter, () => source);
  coding = desk.coding;
  await desk.draft();
});
afterEach(() => open.close());

const words = () => coding.statement?.suggestion.words.text;

function goTo(part: string): void {
  desk.moveTo(desk.shown.findIndex(({ suggestion }) => suggestion.words.text.includes(part)));
}

test('the queue begins with statements and positions', () => {
  expect(desk.kind).toBe('coding');
  expect(desk.parts.map(({ source: { id }, rows }) => [id, rows.length])).toEqual([[source, 4]]);
});

test('a statement is taken by an issue and a stance, stays in its place, and the next is current', () => {
  goTo('We will not');
  const before = desk.shown.map(({ suggestion }) => suggestion.key);
  const { length } = open.briefing.positions;
  expect(coding.statement?.coding).toEqual({ issue: '', stance: null, condition: '' });
  coding.chooseIssue('School closures');
  expect(coding.take()).toBe(false);
  expect(coding.statement?.problem).toMatch(/Choose a stance/);
  expect(voice.heard).toMatch(/Choose a stance/);
  coding.chooseStance('opposes');
  expect(coding.statement?.problem).toBeNull();
  expect(coding.take()).toBe(true);
  expect(open.briefing.positions).toHaveLength(length + 1);
  expect(open.briefing.issues).toMatchObject([{ wording: 'School closures' }]);
  expect(desk.shown.map(({ suggestion }) => suggestion.key)).toEqual(before);
  expect(words()).not.toContain('We will not');
  expect(voice.heard).toContain('Accepted: Ann Lee, opposes, School closures.');
  expect(voice.heard).toContain('Next: Ann Lee');
  // It is in use now, and offered first though the next statement says none of its words.
  expect(coding.statement?.offered[0]).toMatchObject({ wording: 'School closures' });
});

test('what was chosen of one is kept while another is looked at', () => {
  goTo('We will not');
  coding.chooseStance('neutral');
  desk.moveTo(0);
  expect(coding.statement?.coding.stance).not.toBe('neutral');
  goTo('We will not');
  expect(coding.statement?.coding.stance).toBe('neutral');
  coding.chooseOffered(0);
  expect(coding.statement?.coding).toEqual({ issue: '', stance: null, condition: '' });
});

test('a drafted position has its stance, and 0 keeps it as a statement', () => {
  goTo('the government rejects');
  expect(coding.statement?.coding).toMatchObject({ issue: 'cut to schools', stance: 'opposes' });
  coding.chooseOffered(0);
  coding.take();
  expect(open.briefing.positions).toEqual([]);
  expect(open.briefing.statements).toMatchObject([
    { text: 'the government rejects any cut to 40 schools' }
  ]);
});

test('after the last one that was passed over is current; undo leads back', () => {
  desk.moveTo(desk.shown.length - 1);
  const last = words();
  coding.take();
  expect(words()).toBe(desk.shown[0]?.suggestion.words.text);
  const undone = open.undo();
  if (undone.kind === 'moved') desk.leadToReopened(undone.moved.from);
  expect(words()).toBe(last);
});

test('an issue keeps its digit from one statement to the next, whichever of them it fits best', () => {
  const digitOf = (issue: string) =>
    coding.statement?.offered.find(({ wording }) => wording === issue)?.digit;
  for (const [part, issue] of [
    ['We will not', 'School closures'],
    ['rejects', 'The money']
  ] as const) {
    goTo(part);
    coding.chooseIssue(issue);
    coding.chooseStance('opposes');
    coding.take();
  }
  const digits = ['good idea', 'only if the money'].map((part) => {
    goTo(part);
    return [digitOf('School closures'), digitOf('The money')];
  });
  expect(digits[1]).toEqual(digits[0]);
  const [, money] = digits[0] ?? [];
  coding.chooseOffered(money ?? 0);
  expect(coding.statement).toMatchObject({ chosen: money, coding: { issue: 'The money' } });
});
