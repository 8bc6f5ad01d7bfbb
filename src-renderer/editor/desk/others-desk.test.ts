/**
 * Protects that “last changed by” is told of what others changed, and of nothing that was changed here since;
 * that who comes and goes is told at once; and that nobody’s own work is counted as new to her.
 */
import { beforeEach, expect, test } from 'vitest';
import { until } from '../../../scripts/testing/until.mjs';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import { newActor } from '../../../src-main/domain/briefing/entries.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { type Briefing, emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { diffBriefing } from '../../../src-main/domain/change/change.js';
import {
  type BriefingChanges,
  noBriefingChanges
} from '../../../src-main/domain/program/team-state.js';
import { annotationOf } from '../edits/annotation-edits.js';
import { addAnnotation, addCard, setCard } from '../edits/edits.js';
import { OpenBriefing } from '../open/open-briefing.svelte.js';
import { testDisk } from '../open/testing/disk.js';
import { typeIn } from '../open/testing/two-pages.js';
import { personsMoves } from '../open/others-changes.js';
import { NewsDesk } from './news-desk.svelte.js';
import { OthersDesk } from './others-desk.svelte.js';

const card = newId();
const text = 'The port opens.';
const selection = { target: { type: 'card', id: card }, text, span: { start: 4, end: 8 } } as const;
const note = annotationOf(selection, 'key');
const start: Briefing = addAnnotation(
  setCard(addCard(emptyBriefing('Start', new Date(0)), null, 'note', card), card, { body: text }),
  note
);
const changedBy = (name: string): BriefingChanges => {
  const by = { name, at: '2026-11-03T14:05:00.000Z' };
  return {
    known: { a: 1 },
    people: [],
    brought: [],
    last: [card, note.id].map((id) => ({ id, device: 'a', n: 1, by }))
  };
};

/** Where somebody was who left then. */
const leftAt = (seenAt: string): ReadingPlace => ({
  ...{ view: 'brief', beside: false, share: 0.5, source: null, card: null, folded: [] },
  ...{ briefingTop: null, sourceTop: null, seenAt }
});

let changes: BriefingChanges;
let open: OpenBriefing;
let others: OthersDesk;
const of = (what: 'card' | 'note') =>
  others.lastChange(what === 'card' ? open.briefing.cards[0]! : open.briefing.annotations[0]!);
const readAll = () => until(() => expect(others.known).toEqual(changes.known));

beforeEach(() => {
  changes = changedBy('Anna');
  const disk = { ...testDisk(start), readChanges: () => Promise.resolve(changes) };
  open = new OpenBriefing({ briefing: start, revision: 1, texts: {} }, disk);
  others = new OthersDesk(open, null);
});

test('who changed an entry last is told with the time, and nobody in a library of one’s own', async () => {
  await readAll();
  expect(of('card')).toMatch(/^Last changed by Anna, 3 November 2026, \d\d:05$/);
  changes = { ...noBriefingChanges };
  others = new OthersDesk(open, null);
  await Promise.resolve();
  expect(of('card')).toBe('');
});

test('what was changed here since is one’s own, and a note that only moved with its words is not', async () => {
  await readAll();
  typeIn(open, card, `Today ${text}`);
  open.endTyping();
  expect([of('card'), of('note')]).toEqual(['', expect.stringContaining('Anna')]);
});

test('an edit that is not saved yet stays one’s own when something of others comes in', async () => {
  await readAll();
  open.edit({ words: () => '', fields: [] } as never, (b) => setCard(b, card, { heading: 'H' }));
  changes = { ...changedBy('Ben'), known: { a: 2 } };
  const to = { ...start, title: 'Theirs' };
  open.takeIn({ revision: 2, change: diffBriefing(start, to), authors: ['Ben'] });
  await readAll();
  expect([of('card'), of('note')]).toEqual(['', expect.stringContaining('Ben')]);
});

test('who was here is kept for the next visit, also where that was nobody, and not before it is known', async () => {
  const fresh = new OthersDesk(open, null);
  expect(fresh.people).toBeNull();
  await until(() => expect(fresh.people).toEqual({}));
  const ben = { device: 'b', person: 'Ben', standing: 'member', joinedAt: '' } as const;
  changes = { ...changes, people: [ben] };
  const visit = new OthersDesk(open, { seenPeople: {} } as never);
  await until(() => expect(visit.people).toEqual({ b: 'member' }));
  expect(visit.moves).toMatchObject([{ name: 'Ben', what: 'has joined' }]);
});

test('who joins while one looks is told at once, whatever is changed', async () => {
  let tell: (people: BriefingChanges['people']) => void = () => undefined;
  const disk = {
    ...testDisk(start),
    readChanges: () => Promise.resolve(changes),
    followPeople: (to: typeof tell) => void (tell = to)
  };
  open = new OpenBriefing({ briefing: start, revision: 1, texts: {} }, disk);
  others = new OthersDesk(open, { ...leftAt('2026-11-03T14:00:00.000Z'), seenPeople: {} });
  await readAll();
  expect(others.moves).toEqual([]);
  const joinedAt = '2026-11-03T14:05:00.000Z';
  tell([{ device: 'd', person: 'Dora', standing: 'member', joinedAt }]);
  expect(others.moves).toEqual([{ device: 'd', name: 'Dora', what: 'has joined', at: joinedAt }]);
  expect(others.people).toEqual({ d: 'member' });
});

test('of a shared library what others brought is listed and counted as new, and what one records oneself is not', async () => {
  const place = leftAt('2000-01-01T00:00:00.000Z');
  others = new OthersDesk(open, place);
  const news = new NewsDesk(open, place, others);
  await readAll();
  const [own, theirs] = [newActor('The port', 'organisation'), newActor('Mayor', 'person')];
  const put = (b: Briefing, actor: typeof own) => ({ ...b, actors: [...b.actors, actor] });
  open.edit({ words: () => '', fields: [] } as never, (b) => put(b, own));
  expect(news.count).toBe(0);
  changes = { ...changedBy('Ben'), known: { a: 2 }, brought: [{ id: theirs.id, name: 'Ben' }] };
  open.takeIn({
    revision: 2,
    change: diffBriefing(start, put(start, theirs)),
    authors: ['Ben']
  });
  await readAll();
  expect(news.cameIn.actors).toHaveLength(1);
  expect([news.count, others.brought?.get(theirs.id), others.brought?.get(own.id)]).toEqual([
    1,
    'Ben',
    undefined
  ]);
});

test('of a library of one’s own what one recorded is neither listed nor counted, but by a day', async () => {
  changes = noBriefingChanges;
  const place = leftAt('2000-01-01T00:00:00.000Z');
  others = new OthersDesk(open, place);
  const news = new NewsDesk(open, place, others);
  await readAll();
  const actor = newActor('The port', 'organisation');
  open.edit({ words: () => '', fields: [] } as never, (b) => ({ ...b, actors: [actor] }));
  expect([news.count, others.brought, news.cameIn.actors]).toEqual([0, null, []]);
  news.since('2000-01-01');
  expect(news.cameIn.actors).toHaveLength(1);
});

test('who joined, left or was removed since the last visit is told, once and with the name', () => {
  const of = (device: string, standing: 'member' | 'waiting' | 'left' | 'removed') => {
    return { device, person: device, standing, joinedAt: '2026-11-03T14:05:00.000Z' };
  };
  const told = (
    people: readonly ReturnType<typeof of>[],
    seen: Parameters<typeof personsMoves>[1]
  ) => personsMoves(people, seen).map(({ name, what }) => `${name} ${what}`);
  const now = [
    of('Ben', 'member'),
    of('Cleo', 'left'),
    of('Dora', 'removed'),
    of('Eve', 'waiting')
  ];
  const then = { Ben: 'waiting', Cleo: 'member', Dora: 'member' } as const;
  expect(told(now, then)).toEqual(['Ben has joined', 'Cleo has left', 'Dora was removed']);
  expect(told(now, {})).toEqual(['Ben has joined', 'Cleo has left', 'Dora was removed']);
  const after = Object.fromEntries(now.map(({ device, standing }) => [device, standing]));
  expect([told(now, after), told(now, null)]).toEqual([[], []]);
  // Who was gone already does not go again, whichever row about it comes late.
  const gone = [of('Cleo', 'removed'), of('Dora', 'left')];
  expect(told(gone, { Cleo: 'left', Dora: 'removed' })).toEqual([]);
  expect(told([{ ...of('a', 'left'), person: ' ' }], { a: 'member' })).toEqual([
    'Somebody has left'
  ]);
  // When somebody went is not known.
  const moments = personsMoves(now, then).map(({ at }) => at);
  expect(moments).toEqual(['2026-11-03T14:05:00.000Z', null, null]);
});
