/**
 * A long random walk through everything that a person can do to a briefing, undo and redo among it:
 * nothing is ever lost but what was deleted by name or taken back by an undo that named it, no
 * annotation claims words that are not there, and what undo led away from is kept.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { findEdit } from '../../../src-main/domain/anchoring/splice.js';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { collectionNames } from '../../../src-main/domain/briefing/collections.js';
import type { FieldKey } from '../../../src-main/domain/briefing/field.js';
import { text as sourceText } from '../../../src-main/domain/suggestions/testing/draft.js';
import { addCard } from '../edits/edits.js';
import type { Moved, MovedStep } from './moved-step.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { valueOf } from './rebase-field.js';
import type { StepName } from './step-names.js';
import { difference, isEqual, noDifference, type Difference } from './testing/difference.js';
import { openForTest, testDisk, type TestDisk } from './testing/disk.js';
import { randomBelow, textOf, Walker } from './testing/walk.js';
import { entryActs, source } from './testing/walk-entries.js';
import { textActs } from './testing/walk-texts.js';
import { newSource } from '../../../src-main/domain/briefing/source.js';

const steps = bySize({ usual: 5_000, full: 50_000 });
const hash = '0'.repeat(64);
/** The acts that take entries away by name. */
const removals: ReadonlySet<string> = new Set<string>([
  'remove position',
  'merge',
  'remove card',
  'delete annotation',
  'remove statement',
  // Its words go on in the position.
  'statement to position',
  'remove figure',
  'remove event',
  'remove outcome',
  'remove judgement',
  'merge actors',
  'remove name',
  'take back'
]);

let below: (limit: number) => number;
let disk: TestDisk;
let open: OpenBriefing;
let walker: Walker;
let deeds: Map<StepName, Difference>;
/** The state before the first of the undone steps that redo still reaches. */
let reachable: Briefing | null;
/** Fields in which something was undone lately. */
let undone: readonly FieldKey[];
/** Such states that redo reaches no longer, and from where, until they are looked for on the disk. */
let left: { readonly end: Briefing; readonly from: Briefing }[];

beforeEach(() => {
  vi.useFakeTimers();
  const article = newSource({
    id: source,
    title: 'Talks',
    text: hash,
    importedAt: '2025-05-01T10:00:00.000Z'
  });
  const empty: Briefing = { ...emptyBriefing('Walk', new Date(0)), sources: [article] };
  const start = [1, 2, 3].reduce((b) => addCard(b, null), empty);
  below = randomBelow(1);
  disk = testDisk(start);
  open = openForTest(start, { [hash]: sourceText }, disk);
  walker = new Walker(open, below);
  deeds = new Map();
  [reachable, left, undone] = [null, [], []];
});
afterEach(() => {
  open.close();
  vi.useRealTimers();
});

test(`${steps} steps lose nothing, and undo does what it says`, async () => {
  for (let step = 0; step < steps; step++) {
    const kind = below(100);
    if (kind < 9) moveBriefing('undo');
    else if (kind < 16) moveBriefing('redo');
    else if (kind < 24) moveField('undo');
    else if (kind < 29) moveField('redo');
    else act();
    if (step % 3 === 0) open.endTyping();
    if (step % 25 === 0) await save();
  }
});

function act(): void {
  const before = open.briefing;
  const couldRedo = open.redoLabel !== null;
  const name = walker.act({ ...textActs, ...entryActs });
  const after = open.briefing;
  const { added, removed, fields } = difference(before, after);
  const gone = [...removed].filter((id) => !before.dismissals.some((one) => one.id === id));
  if (gone.length > 0 && !removals.has(name)) expect([name, gone]).toEqual([name, []]);
  if (after === before) return;
  if (open.redoLabel === null && couldRedo && reachable) {
    left.push({ end: reachable, from: before });
  }
  follow(before);
  const deed = walker.latest && (deeds.get(walker.latest) ?? noDifference());
  if (!walker.latest || !deed) return;
  for (const id of added) deed.added.add(id);
  for (const id of removed) deed.removed.add(id);
  for (const key of fields) deed.fields.add(key);
  deeds.set(walker.latest, deed);
}

function movedBy(result: MovedStep): Moved | null {
  return result.kind === 'moved' ? result.moved : null;
}

/** The latest step of the briefing; what it does is what was done, and the other way leads back to the very state. */
function moveBriefing(way: 'undo' | 'redo'): void {
  open.endTyping();
  expectTrue(open.briefing);
  const before = open.briefing;
  const moved = movedBy(open[way]());
  if (!moved) return;
  expectMoved(moved, before, way);
  follow(before);
  if (below(4) > 0) return;
  const back = movedBy(way === 'undo' ? open.redo() : open.undo());
  expect(back?.step).toBe(moved.step);
  expect(open.briefing).toBe(before);
  open[way]();
}

/** Of one field: nothing else changes. */
function moveField(way: 'undo' | 'redo'): void {
  open.endTyping();
  const before = open.briefing;
  const likely = way === 'redo' && below(3) > 0 ? undone[below(undone.length)] : undefined;
  const field = likely ?? walker.field();
  const result = way === 'undo' ? open.undoIn(field) : open.redoIn(field);
  follow(before);
  if (result.kind !== 'moved') {
    expect(open.briefing).toBe(before);
    return;
  }
  const { moved } = result;
  undone = [field, ...undone].slice(0, 5);
  expectMoved(moved, before, way);
  expectOnly(field, moved.step, before, open.briefing);
  if (below(4) > 0) return;
  const back = movedBy(way === 'undo' ? open.redo() : open.undo());
  expect(back?.step).toBe(moved.step);
  expect(open.briefing).toBe(before);
  open[way]();
}

function follow(before: Briefing): void {
  if (open.redoLabel !== null) reachable ??= before;
  // Redo may lead to where the person is.
  if (open.redoLabel === null || reachable === open.briefing) reachable = null;
}

/** What went and came is what the step brought and took. */
function expectMoved({ step, words }: Moved, before: Briefing, way: 'undo' | 'redo'): void {
  expect(words.length).toBeGreaterThan(3);
  const deed = deeds.get(step);
  // Of a message that took something back: its step was not the walker's.
  if (!deed) return;
  const { added, removed, fields } = difference(before, open.briefing);
  const [brought, taken] = way === 'undo' ? [deed.added, deed.removed] : [deed.removed, deed.added];
  expectAll(removed, brought, words);
  expectAll(added, taken, words);
  expectAll(fields, deed.fields, words);
}

function expectAll<T>(all: ReadonlySet<T>, allowed: ReadonlySet<T>, words: string): void {
  const other = [...all].filter((one) => !allowed.has(one));
  if (other.length > 0) expect([words, other]).toEqual([words, []]);
}

/** Splits and merges, which take more than one card along, are undone in a card only as the latest step. */
function expectOnly(field: FieldKey, step: StepName, before: Briefing, after: Briefing): void {
  if (!step.isTyping && before.cards.length !== after.cards.length) return;
  const { added, removed, fields } = difference(before, after);
  expect([...added, ...removed]).toEqual([]);
  expectAll(fields, new Set([field]), field);
  const [list, id] = field.split('/');
  for (const name of collectionNames) {
    const followsCard = list === 'cards' && name === 'annotations';
    if (name !== list && !followsCard && before[name] !== after[name]) expect(name).toBe(list);
  }
  for (const [i, card] of before.cards.entries()) {
    if (card !== after.cards[i]) expect([list, card.id]).toEqual(['cards', id]);
  }
  for (const [i, mark] of before.annotations.entries()) {
    if (mark === after.annotations[i]) continue;
    if (list === 'annotations') expect(mark.id).toBe(id);
    else expect([mark.target.id, after.annotations[i]?.target.id]).toContain(id);
  }
}

/** All is saved, and everything that undo led away from is kept, but slips of the keys. */
async function save(): Promise<void> {
  expect(await open.flush()).toBe(true);
  for (const name of collectionNames)
    expect(disk.state.briefing[name]).toEqual(open.briefing[name]);
  expectTrue(open.briefing);
  const due = reachable ? [...left, { end: reachable, from: open.briefing }] : left;
  for (const { end, from } of due) {
    const isKept = kept.has(end) || disk.state.kept.some(({ briefing }) => isSame(briefing, end));
    const isMissed = !isKept && !isSlip(end, from) && !isWithin(end, from);
    if (isMissed) expect(difference(end, from)).toBe('kept');
    if (isKept) kept.add(end);
  }
  left = [];
  disk.state.kept.length = 0;
}

const kept = new WeakSet<Briefing>();

function isSame(one: Briefing, other: Briefing): boolean {
  return (
    one.title === other.title &&
    one.bottomLine === other.bottomLine &&
    collectionNames.every((name) => {
      const [mine, theirs]: readonly (readonly unknown[])[] = [one[name], other[name]];
      return mine?.length === theirs?.length && mine?.every((entry, i) => entry === theirs?.[i]);
    })
  );
}

/** It differed by words of one field alone, which are few or stand there by now. */
function isSlip(end: Briefing, from: Briefing): boolean {
  const { added, removed, fields } = difference(from, end);
  const [key, ...others] = fields;
  // To write the same words again is a step, too.
  if (!key) return collectionNames.every((name) => isEqual(end[name], from[name]));
  if (others.length + added.size + removed.size > 0) return false;
  const [then, now] = [valueOf(end, key), valueOf(open.briefing, key)];
  if (typeof then !== 'string' || typeof now !== 'string') return false;
  const edit = findEdit(now, then);
  const lost = edit ? then.slice(edit.at, edit.at + edit.inserted).trim() : '';
  return lost.length <= 20 || now.includes(lost);
}

/** It held nothing that was not where undo led, in no other order. */
function isWithin(end: Briefing, from: Briefing): boolean {
  if (end.title !== from.title || end.bottomLine !== from.bottomLine) return false;
  return collectionNames.every((name) => {
    const ids = new Set(end[name].map(({ id }) => id));
    return isEqual(
      end[name],
      from[name].filter(({ id }) => ids.has(id))
    );
  });
}

/** Without a matcher for each, which would take most of the time. */
function expectTrue({ cards, annotations }: Briefing): void {
  for (const { target } of annotations) {
    const { position, quote } = target.selectors;
    if (!position) continue;
    const card = cards.find(({ id }) => id === target.id);
    const text = target.type === 'source' ? sourceText : card && textOf(card);
    const words = text?.slice(position.start, position.end);
    if (words !== quote.exact) expect(words).toBe(quote.exact);
  }
}
