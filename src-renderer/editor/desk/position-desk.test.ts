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
import { type PositionForm, positionFrom } from '../../positions/forms/position-form.js';
import type { OtherTake } from '../../positions/forms/position-on-words.js';
import { named } from '../open/step-names.js';
import { openForTest } from '../open/testing/disk.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { type FormBasis, formBasis } from './entry-form.svelte.js';
import { Voice } from './messages.svelte.js';
import { PositionDesk } from './position-desk.svelte.js';
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
let positions: PositionDesk;
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
  positions = new PositionDesk(
    needs,
    voice,
    suggestions,
    new Toasts(),
    (what) => void taken.push(what)
  );
});
afterEach(() => open.close());

function startOn(words: string): void {
  const { start, end } = spanOf(words);
  const selection = { target: { type: 'source', id: source }, text, span: { start, end } } as const;
  positions.startBeside(formBasis(open.briefing, selection, 'claim'));
}

function form(): PositionForm {
  if (!positions.form) throw new Error('No form is open');
  return positions.form;
}

/** As fields do. */
function give(given: Partial<PositionForm>): void {
  Object.assign(form(), given);
}

function record(): void {
  positions.record({ ...form() });
}

async function readSource(): Promise<void> {
  await until(() => expect(asked).toBeGreaterThan(0));
  answer(draft);
  await until(() => expect(positions.isReading).toBe(false));
}

test('the source is read once, without a word, from when words are selected there', async () => {
  positions.prepare();
  positions.prepare();
  startOn('Prime Minister Ann Lee said');
  await until(() => expect([asked, positions.isReading]).toEqual([1, true]));
  // She is named in the sentence, but that she speaks is read only then.
  expect(form().actor).toBe('');
  await readSource();
  expect([asked, positions.isReading, voice.heard]).toEqual([1, false, '']);
  expect(form()).toMatchObject({ actor: 'Ann Lee', said: '', reported: '2025-04-29' });
  // These words name no issue; the one in use is offered all the same.
  expect(positions.read.offered).toMatchObject([{ id: issue.id }]);
});

test('whom the source names is offered by the full name, beside the actors of the briefing', async () => {
  startOn('Prime Minister Ann Lee said');
  expect(positions.names).toEqual(['Ann Lee']);
  await readSource();
  const others = draft.actors.filter(({ type }) => type !== 'place').map(({ name }) => name);
  expect(positions.names).toEqual(['Ann Lee', ...others.filter((name) => name !== 'Ann Lee')]);
  expect(positions.names.length).toBeGreaterThan(1);
});

test('recording it is one step on a mark of the words, which one undo takes back', async () => {
  startOn('We will not close a school');
  await readSource();
  give({ stance: 'opposes' });
  const before = open.briefing;
  record();
  const [position] = open.briefing.positions;
  expect(position).toMatchObject({ actor: known.id, issue: issue.id, stance: 'opposes' });
  expect(open.briefing.annotations.map(({ id }) => id)).toEqual(position?.evidence);
  expect(open.briefing.annotations).toMatchObject([
    { kind: 'claim', links: [{ type: 'position', id: position?.id }] }
  ]);
  expect(back).toMatchObject([
    { recorded: true, basis: { annotation: { id: position?.evidence[0] } } }
  ]);
  expect(open.undoLabel).toBe('position of “Ann Lee” on “Should schools be cut?”');
  open.undo();
  expect(open.briefing).toBe(before);
  expect(positions.form).toBeNull();
});

test('what was drafted on these words of the same actor is settled with it, by the whole form too', async () => {
  const settlement = () =>
    suggestions.rows.find(({ suggestion }) => suggestion.words.text.includes('We will not'))
      ?.settlement;
  startOn('We will not close a school');
  await readSource();
  expect(settlement()).toBe('open');
  give({ stance: 'opposes' });
  record();
  expect(settlement()).toBe('accepted');
  open.undo();
  expect(settlement()).toBe('open');
  startOn('We will not close a school');
  give({ stance: 'opposes' });
  positions.more();
  record();
  expect(settlement()).toBe('accepted');
});

test('it is not recorded while something is missing', () => {
  startOn('We will not close a school');
  const before = open.briefing;
  give({ stance: 'opposes' });
  record();
  expect(open.briefing).toBe(before);
  expect(positions.form).not.toBeNull();
});

test('left, it leaves nothing behind and leads back to the words', () => {
  const before = open.briefing;
  startOn('We will not close a school');
  give({ actor: 'Bo Ray', issue: 'Trains', stance: 'supports' });
  positions.cancel();
  expect(open.briefing).toBe(before);
  expect([open.undoLabel, positions.form, positions.basis]).toEqual([null, null, null]);
  expect(back).toMatchObject([{ recorded: false }]);
  startOn('We will not close a school');
  expect(form().issue).toBe(issue.wording);
});

test('a later stance is told to differ and supersedes, unless the person says otherwise', async () => {
  startOn('We will not close a school');
  await readSource();
  give({ stance: 'opposes', said: '2025-04-01' });
  record();
  startOn('the cut “a good idea”');
  give({ issue: issue.wording, stance: 'supports' });
  const [earlier] = open.briefing.positions;
  expect(positions.held).toMatchObject({
    ...{ differs: true, inForce: [earlier?.id], usual: 'supersedes' }
  });
  record();
  expect(open.briefing.positions[1]).toMatchObject({ supersedes: [earlier?.id], contested: [] });
  open.undo();
  startOn('the cut “a good idea”');
  give({ issue: issue.wording, stance: 'supports', as: 'contested' });
  record();
  expect(open.briefing.positions[1]).toMatchObject({ supersedes: [], contested: [earlier?.id] });
});

test('taken for something else it leaves nothing behind, and leads to the words first', async () => {
  startOn('We will not close a school');
  give({ stance: 'opposes' });
  positions.takeAs('addNote');
  expect([positions.form, taken]).toEqual([null, []]);
  expect(back).toMatchObject([{ recorded: false }]);
  await tick();
  expect(taken).toEqual(['addNote']);
  expect(open.briefing).toBe(briefing);
});

test('More shows all of the same form, and cancelled it leads back to the words', async () => {
  startOn('We will not close a school');
  await readSource();
  give({ issue: 'Trains', stance: 'unclear' });
  expect(positions.isBeside).toBe(true);
  positions.more();
  expect(positions.isBeside).toBe(false);
  expect(positions.form).toMatchObject({ actor: 'Ann Lee', issue: 'Trains', stance: 'unclear' });
  expect(positions.briefing.annotations.map(({ id }) => id)).toEqual(form().evidence);
  positions.cancel();
  expect(open.briefing).toBe(briefing);
  expect(back).toMatchObject([{ recorded: false }]);
});

test('what is said of it stays, whatever is read of the source later', async () => {
  startOn('We will not close a school');
  give({ actor: 'Bo Ray', said: '' });
  await readSource();
  expect(positions.form).toMatchObject({ actor: 'Bo Ray', said: '', reported: '2025-04-29' });
});

test('a statement that becomes a position is offered issues by its own words, and none is filled in', () => {
  const said = {
    ...{ id: newId(), actor: known.id, text: 'Schools will be cut.', said: null },
    ...{ attribution: [], evidence: [], recordedAt: '2025-05-01T10:00:00.000Z', by: null }
  };
  open.edit(named.statement(said.id), (b) => ({ ...b, statements: [said] }));
  positions.start(positionFrom(said, open.briefing));
  expect(positions.read.offered).toMatchObject([{ id: issue.id, isNamed: true }]);
  expect(form()).toMatchObject({ actor: 'Ann Lee', issue: '', statement: said.text });
});
