/** A position on selected words: it is one step, leaves nothing behind when it is left, and is filled in as soon as the source is read. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tick } from 'svelte';
import { until } from '../../../scripts/testing/until.mjs';
import { newId } from '../../../src-main/domain/base/values.js';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newActor, newIssue } from '../../../src-main/domain/briefing/entries.js';
import { newSource } from '../../../src-main/domain/briefing/source.js';
import type { Draft } from '../../../src-main/domain/suggestions/draft.js';
import { draft, spanOf, text } from '../../../src-main/domain/suggestions/testing/draft.js';
import type { OtherTake } from '../../positions/forms/quick-position.js';
import { openForTest } from '../open/testing/disk.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { type FormBasis, formBasis, PositionDesk } from './entry-form.svelte.js';
import { Voice } from './messages.svelte.js';
import { QuickPositionDesk } from './quick-position-desk.svelte.js';
import { SuggestionDesk } from './suggestion-desk.svelte.js';
import { Toasts } from '../../ui/toasts/toasts.svelte.js';

const source = newId();
const hash = '1'.repeat(64);
const known = newActor('Ann Lee', 'person');
const issue = newIssue('Should schools be cut?');
const briefing = {
  ...emptyBriefing('Talks', new Date(0)),
  actors: [known],
  issues: [issue],
  sources: [
    newSource({
      ...{ id: source, title: 'Talks', text: hash, published: '2025-04-29' },
      importedAt: '2025-05-01T10:00:00.000Z'
    })
  ]
};

let open: OpenBriefing;
let quick: QuickPositionDesk;
let whole: PositionDesk;
let suggestions: SuggestionDesk;
let voice: Voice;
let answer: (draft: Draft) => void;
let asked: number;
let taken: OtherTake[];
let back: { readonly basis: FormBasis; readonly recorded: boolean }[];

beforeEach(() => {
  back = [];
  taken = [];
  asked = 0;
  open = openForTest(briefing, { [hash]: text });
  voice = new Voice();
  const drafter = {
    draft: () => {
      asked += 1;
      return new Promise<Draft>((resolve) => (answer = resolve));
    },
    cancel: () => undefined
  };
  const goBack = (basis: FormBasis, recorded: boolean) => void back.push({ basis, recorded });
  const needs = { open, textOf: () => text, goBack };
  suggestions = new SuggestionDesk(open, voice, drafter, () => source);
  whole = new PositionDesk(needs, voice, () => suggestions.ground, new Toasts());
  quick = new QuickPositionDesk(
    needs,
    voice,
    suggestions,
    (basis, form) => whole.startFrom(basis, form),
    (what) => void taken.push(what)
  );
});
afterEach(() => open.close());

function startOn(words: string): void {
  const { start, end } = spanOf(words);
  const selection = { target: { type: 'source', id: source }, text, span: { start, end } } as const;
  quick.startOn(formBasis(open.briefing, selection, 'claim'));
}

async function readSource(): Promise<void> {
  await until(() => expect(asked).toBeGreaterThan(0));
  answer(draft);
  await until(() => expect(quick.reading).toBeNull());
}

test('the source is read once, without a word, from when words are selected there', async () => {
  quick.prepare();
  quick.prepare();
  startOn('Prime Minister Ann Lee said');
  await until(() => expect([asked, quick.reading]).toEqual([1, 0]));
  // She is named in the sentence, but that she speaks is read only then.
  expect(quick.quick.actor).toBe('');
  await readSource();
  expect([asked, quick.reading, voice.heard]).toEqual([1, null, '']);
  expect(quick.quick).toMatchObject({ actor: 'Ann Lee', said: '2025-04-29' });
  // These words name no issue; the one in use is offered all the same.
  expect(quick.read.offered).toMatchObject([{ id: issue.id }]);
});

test('whom the source names is offered by the full name, beside the actors of the briefing', async () => {
  startOn('Prime Minister Ann Lee said');
  expect(quick.names).toEqual(['Ann Lee']);
  await readSource();
  const others = draft.actors.filter(({ type }) => type !== 'place').map(({ name }) => name);
  expect(quick.names).toEqual(['Ann Lee', ...others.filter((name) => name !== 'Ann Lee')]);
  expect(quick.names.length).toBeGreaterThan(1);
});

test('recording it is one step on a mark of the words, which one undo takes back', async () => {
  startOn('We will not close a school');
  await readSource();
  quick.give({ stance: 'opposes' });
  const before = open.briefing;
  quick.record();
  const [position] = open.briefing.positions;
  expect(position).toMatchObject({ actor: known.id, issue: issue.id, stance: 'opposes' });
  expect(open.briefing.annotations.map(({ id }) => id)).toEqual(position?.evidence);
  expect(back).toMatchObject([
    { recorded: true, basis: { annotation: { id: position?.evidence[0] } } }
  ]);
  expect(open.undoLabel).toBe('position of “Ann Lee” on “Should schools be cut?”');
  open.undo();
  expect(open.briefing).toBe(before);
  expect(quick.form).toBeNull();
});

test('what was drafted on these words of the same actor is settled with it, by the whole form too', async () => {
  const settlement = () =>
    suggestions.rows.find(({ suggestion }) => suggestion.words.text.includes('We will not'))
      ?.settlement;
  startOn('We will not close a school');
  await readSource();
  expect(settlement()).toBe('open');
  quick.give({ stance: 'opposes' });
  quick.record();
  expect(settlement()).toBe('accepted');
  open.undo();
  expect(settlement()).toBe('open');
  startOn('We will not close a school');
  quick.give({ stance: 'opposes' });
  quick.more();
  if (whole.form) whole.record(whole.form);
  expect(settlement()).toBe('accepted');
});

test('it is not recorded while something is missing', () => {
  startOn('We will not close a school');
  const before = open.briefing;
  quick.give({ stance: 'opposes' });
  quick.record();
  expect(open.briefing).toBe(before);
  expect(quick.form).not.toBeNull();
});

test('left, it leaves nothing behind and leads back to the words', () => {
  const before = open.briefing;
  startOn('We will not close a school');
  quick.give({ actor: 'Bo Ray', issue: 'Trains', stance: 'supports' });
  quick.cancel();
  expect(open.briefing).toBe(before);
  expect([open.undoLabel, quick.form, quick.basis]).toEqual([null, null, null]);
  expect(back).toMatchObject([{ recorded: false }]);
  startOn('We will not close a school');
  expect(quick.quick.issue).toBe(issue.wording);
});

test('a later stance is told to differ and supersedes, unless the person says otherwise', async () => {
  startOn('We will not close a school');
  await readSource();
  quick.give({ stance: 'opposes', said: '2025-04-01' });
  quick.record();
  startOn('the cut “a good idea”');
  quick.give({ issue: issue.wording, stance: 'supports' });
  const [earlier] = open.briefing.positions;
  expect(quick.news).toMatchObject({ is: 'differs', inForce: [earlier?.id] });
  expect(quick.as).toBe('supersedes');
  quick.record();
  expect(open.briefing.positions[1]).toMatchObject({ supersedes: [earlier?.id], contested: [] });
  open.undo();
  startOn('the cut “a good idea”');
  quick.give({ issue: issue.wording, stance: 'supports', as: 'contested' });
  quick.record();
  expect(open.briefing.positions[1]).toMatchObject({ supersedes: [], contested: [earlier?.id] });
});

test('taken for something else it leaves nothing behind, and leads to the words first', async () => {
  startOn('We will not close a school');
  quick.give({ stance: 'opposes' });
  quick.takeAs('note');
  expect([quick.form, taken]).toEqual([null, []]);
  expect(back).toMatchObject([{ recorded: false }]);
  await tick();
  expect(taken).toEqual(['note']);
  expect(open.briefing).toBe(briefing);
});

test('the whole form goes on with it, and cancelled it leads back to the words', async () => {
  startOn('We will not close a school');
  await readSource();
  quick.give({ issue: 'Trains', stance: 'unclear' });
  quick.more();
  expect(quick.form).toBeNull();
  expect(whole.form).toMatchObject({ actor: 'Ann Lee', issue: 'Trains', stance: 'unclear' });
  expect(whole.briefing.annotations.map(({ id }) => id)).toEqual(whole.form?.evidence);
  whole.cancel();
  expect(open.briefing).toBe(briefing);
  expect(back).toMatchObject([{ recorded: false }]);
});
