/** Suggestions of one source and of several. Over 300 lines because all of it is asked of one desk. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { until } from '../../../scripts/testing/until.mjs';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newActor } from '../../../src-main/domain/briefing/entries.js';
import type { Draft } from '../../../src-main/domain/suggestions/draft.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { removeSource } from '../../../src-main/domain/sources/add-source.js';
import { draft, text } from '../../../src-main/domain/suggestions/testing/draft.js';
import type { Drafter, DraftRequest } from '../../suggestions/suggestion-actions.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';
import { openForTest, testDisk } from '../open/testing/disk.js';
import { SuggestionDesk } from './suggestion-desk.svelte.js';
import { Voice } from './messages.svelte.js';
import { newSource, noText } from '../../../src-main/domain/briefing/source.js';

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
let voice: Voice;
let asked: DraftRequest[];
let answer: (request: DraftRequest) => Promise<Draft>;
let cancel: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  asked = [];
  answer = () => Promise.resolve(draft);
  cancel = vi.fn<() => void>();
  const drafter: Drafter = {
    draft: (request) => {
      asked.push(request);
      return answer(request);
    },
    cancel
  };
  open = openForTest(briefing, { [hash]: text });
  voice = new Voice();
  desk = new SuggestionDesk(open, voice, drafter, () => source);
  desk.filter({ kind: 'all' });
});
afterEach(() => open.close());

function titles(): readonly string[] {
  return desk.shown.map(({ suggestion }) => suggestion.title);
}

/** As by its key: the step leads back to where it was made. */
function undo(): void {
  const undone = open.undo();
  if (undone.kind === 'moved') desk.leadToReopened(undone.moved.from);
}

test('drafts what is looked at once, and keeps the draft', async () => {
  desk.look();
  expect(desk.drafting.state).toBe('under-way');
  await until(() => expect(desk.drafting.state).toBe('ready'));
  desk.look();
  expect(asked).toMatchObject([
    { briefing: briefing.id, source, asEnglish: false, published: null }
  ]);
  expect(titles()[0]).toBe('Ann Lee');
});

test('a source that undo brought back is on disk before it is drafted from there', async () => {
  const disk = testDisk(briefing);
  open = openForTest(briefing, { [hash]: text }, disk);
  desk = new SuggestionDesk(open, voice, { draft: fromDisk, cancel }, shownSource);
  function shownSource() {
    return open.briefing.sources[0]?.id ?? null;
  }
  function fromDisk({ source: id }: DraftRequest): Promise<Draft> {
    const isThere = disk.state.briefing.sources.some((each) => each.id === id);
    return isThere ? Promise.resolve(draft) : Promise.reject(new Error('There is no such source.'));
  }
  open.edit(named.sourceRemoved(source), (b) => removeSource(b, source));
  await open.flush();
  desk.look();
  open.undo();
  desk.look();
  await until(() => expect(desk.drafting.state).toBe('ready'));
});

test('accepting leads to the next; undo brings it back; dismissed stays away in a new draft', async () => {
  await desk.draft();
  desk.filter({ kind: 'position' });
  const [first, second, third] = titles();
  desk.accept();
  expect(titles()).toEqual([second, third]);
  expect(desk.current?.suggestion.title).toBe(second);
  expect(open.briefing.positions).toHaveLength(1);
  expect(voice.heard).toContain(first);
  undo();
  expect(titles()).toEqual([first, second, third]);
  expect(open.briefing.positions).toEqual([]);
  expect(desk.current?.suggestion.title).toBe(first);

  desk.dismiss();
  await desk.draft();
  expect(titles()).toEqual([second, third]);
  desk.withSettled = true;
  desk.moveTo(0);
  desk.reopen();
  desk.withSettled = false;
  expect(titles()).toEqual([first, second, third]);
});

test('each undo leads to what it opened again, whatever kind is shown', async () => {
  await desk.draft();
  const [first, second, third] = titles();
  desk.accept();
  desk.dismiss();
  desk.accept();
  desk.moveTo(1);
  for (const title of [third, second, first]) {
    undo();
    expect(desk.current?.suggestion.title).toBe(title);
  }
  desk.accept();
  desk.filter({ kind: 'quote' });
  undo();
  expect(desk.current?.suggestion.title).toBe(first);
});

test('all likely ones of the current kind are one step, which is offered to undo', async () => {
  const offered: unknown[] = [];
  const drafter = { draft: answer, cancel };
  desk = new SuggestionDesk(
    open,
    voice,
    drafter,
    () => source,
    undefined,
    (text, step) => offered.push([text, open.isLatest(step)])
  );
  await desk.draft();
  desk.filter({ kind: 'quote' });
  const before = titles().length;
  desk.acceptLikely();
  expect(titles()).toHaveLength(before - 2);
  expect(offered).toEqual([['Accepted 2 likely quotes.', true]]);
  open.undo();
  expect(titles()).toHaveLength(before);
  desk.acceptLikely();
  desk.acceptLikely();
  expect([offered.length, voice.heard]).toEqual([2, 'None of the likely quotes is open.']);
});

test('merged actors are one, until that is undone', async () => {
  await desk.draft();
  desk.filter({ kind: 'actor' });
  desk.moveTo(1);
  desk.mergeInto('a1');
  expect(titles()).toEqual(['Ann Lee']);
  open.undo();
  expect(titles()).toEqual(['Ann Lee', 'Bo Ray']);
});

test('a day that is set is what the next draft counts from', async () => {
  await desk.draft();
  await desk.setPublished('2025-05-03');
  expect(asked.at(-1)?.published).toBe('2025-05-03');
  expect(open.briefing.sources[0]?.published).toBe('2025-05-03');
});

test('tells of progress, of a failure with its sentence, and of nothing after a cancel', async () => {
  answer = ({ onProgress }) => {
    onProgress(0.5);
    expect(desk.drafting).toEqual({ state: 'under-way', done: 0.5 });
    return Promise.reject(new Error('It could not be drafted.'));
  };
  await desk.draft();
  expect(desk.drafting).toEqual({ state: 'failed', sentence: 'It could not be drafted.' });
  answer = () => Promise.reject(Object.assign(new Error('Cancelled.'), { code: 'cancelled' }));
  await desk.draft();
  expect(desk.drafting.state).toBe('none');
});

test('an answer to an earlier question does not replace a later one', async () => {
  let late: (made: Draft) => void = () => undefined;
  answer = () => new Promise((resolve) => (late = resolve));
  const first = desk.draft();
  answer = () => Promise.resolve(draft);
  await desk.draft({ asEnglish: true });
  late({ ...draft, actors: [], positions: [] });
  await first;
  expect(titles()).toContain('Ann Lee');
});

test('a draft under way is stopped when the briefing is left', () => {
  answer = () => new Promise(() => undefined);
  desk.look();
  open.close();
  expect(cancel).toHaveBeenCalledOnce();
});

test('what differs comes first, repeats come last, and neither is accepted with all likely ones', async () => {
  await desk.draft();
  desk.filter({ kind: 'position' });
  const [opposes, supports, money] = titles();
  desk.accept();
  // The second now differs from the first, which is in force.
  expect(titles()).toEqual([supports, money]);
  expect(desk.rows[0]?.news).toMatchObject({ is: 'differs', isLater: false });
  expect(desk.current?.suggestion.title).toBe(supports);
  desk.accept({}, 'supersedes');
  expect(open.briefing.positions.at(-1)?.supersedes).toEqual([open.briefing.positions[0]!.id]);
  open.undo();
  desk.filter({ kind: 'position' });
  desk.accept();
  expect(open.briefing.positions.at(-1)?.contested).toEqual([open.briefing.positions[0]!.id]);
  expect(voice.heard).toContain('contested');
  open.undo();
  open.undo();

  desk.filter({ kind: 'position' });
  desk.accept({ stance: 'supports' });
  const likely = desk.rows.filter(({ suggestion }) => suggestion.title === opposes);
  expect(likely.map(({ settlement }) => settlement)).toEqual(['accepted']);
  expect(desk.rows.at(-1)).toMatchObject({
    suggestion: { title: supports },
    news: { is: 'repeats', from: 'same-source' }
  });
  const before = open.briefing.positions;
  desk.acceptLikely();
  expect(open.briefing.positions).toBe(before);
  desk.filter({ news: 'repeats' });
  expect(titles()).toEqual([supports]);
  desk.addAsEvidence();
  expect(open.briefing.positions).toMatchObject(before.map(({ id }) => ({ id, supersedes: [] })));
  expect(open.briefing.positions.at(0)?.evidence).toHaveLength(2);
  undo();
  expect(open.briefing.positions).toEqual(before);
  expect(desk.current?.suggestion.title).toBe(supports);
});

test('of a source whose text was left out nothing is drafted', async () => {
  const bare = {
    ...briefing,
    sources: briefing.sources.map((each) => ({ ...each, text: noText }))
  };
  const copy = openForTest(bare, { [noText]: '' });
  const drafter: Drafter = { draft: (request) => (asked.push(request), answer(request)), cancel };
  const ofCopy = new SuggestionDesk(copy, voice, drafter, () => source);
  ofCopy.look();
  await ofCopy.draft();
  expect([asked, ofCopy.drafting.state]).toEqual([[], 'none']);
  copy.close();
});

test('a source that cannot be drafted does not keep those behind it out of the queue', async () => {
  const [broken, last] = [newId(), newId()];
  const sourceOf = (id: typeof source) =>
    newSource({ id, title: id, text: hash, importedAt: '2025-05-01T10:00:00.000Z' });
  const sources = [...briefing.sources, sourceOf(broken), sourceOf(last)];
  const several = openForTest({ ...briefing, sources }, { [hash]: text });
  const drafter: Drafter = {
    draft: (request) =>
      request.source === broken ? Promise.reject(new Error('It cannot.')) : Promise.resolve(draft),
    cancel
  };
  const ofSeveral = new SuggestionDesk(several, voice, drafter, () => source);
  ofSeveral.look();
  await until(() => expect(ofSeveral.parts.map((part) => part.source.id)).toEqual([source, last]));
  several.close();
});

test('what is listed is listed of every source, and a source that comes in later is seen from the start', async () => {
  const [second, third] = [newId(), newId()];
  const sourceOf = (id: typeof source) =>
    newSource({ id, title: id, text: hash, importedAt: '2025-05-01T10:00:00.000Z' });
  const sources = [...briefing.sources, sourceOf(second)];
  const several = openForTest({ ...briefing, sources }, { [hash]: text });
  const actors = { ...draft, actors: draft.actors, quotes: [], positions: [], statements: [] };
  const none = { ...draft, actors: [] };
  let shown = source;
  const drafter: Drafter = {
    draft: (request) => Promise.resolve(request.source === second ? actors : none),
    cancel
  };
  const show = (id: typeof source) => (shown = id);
  const ofSeveral = new SuggestionDesk(several, voice, drafter, () => shown, show);
  ofSeveral.look();
  await until(() => expect(ofSeveral.all.length).toBeGreaterThan(ofSeveral.rows.length));
  ofSeveral.filter({ kind: 'actor' });
  expect([shown, ofSeveral.kind]).toEqual([second, 'actor']);
  several.edit(named.detail('title'), (b) => ({ ...b, sources: [...sources, sourceOf(third)] }));
  shown = third;
  ofSeveral.look();
  expect([shown, ofSeveral.kind]).toEqual([third, 'coding']);
  several.close();
});

test('an actor of the article is merged with one whom only the briefing knows', async () => {
  const known = newActor('Robert Ray', 'person');
  open.edit(named.detail('title'), (b) => ({ ...b, actors: [known] }));
  await desk.draft();
  desk.filter({ kind: 'actor' });
  expect(desk.otherActors.map(({ name }) => name)).toEqual(['Robert Ray']);
  desk.moveTo(desk.shown.findIndex(({ suggestion }) => suggestion.title === 'Bo Ray'));
  desk.mergeInto(known.id);
  expect(open.briefing.actors[0]?.aliases).toEqual(['Bo Ray']);
  const titles = desk.rows.map(({ suggestion }) => suggestion.title);
  expect(titles).toContain('Robert Ray');
  expect(titles).not.toContain('Bo Ray');
  expect(desk.otherActors).toEqual([]);
});
