/** The list is never older than what was told last, and writing does not move the row of what is written in. */
import { beforeEach, expect, test } from 'vitest';
import {
  type Briefing,
  emptyBriefing,
  summarise,
  type Summary
} from '../../../src-main/domain/briefing/briefing.js';
import { LibraryList } from './library-list.svelte.js';

const made = ['A', 'B', 'C'].map((title, i) => emptyBriefing(title, new Date(3_000 - i * 1_000)));
const [a, b] = made as [Briefing, Briefing];
const changedAt = (briefing: Briefing, ms: number): Summary => ({
  ...summarise(briefing),
  modifiedAt: new Date(ms).toISOString()
});
const told = (row: Summary) => [{ id: row.id, row }];

let open: Briefing | null;
let list: LibraryList;
const titles = () => list.shown.map(({ title }) => title);

beforeEach(async () => {
  open = null;
  list = new LibraryList(() => open);
  await list.read(() => Promise.resolve(made.map(summarise)));
});

test('a row that is told takes its place, comes in, and goes', () => {
  list.change(told(changedAt({ ...b, title: 'B, changed' }, 9_000)));
  expect(titles()).toEqual(['B, changed', 'A', 'C']);
  const fresh = emptyBriefing('D', new Date(5_000));
  list.change(told(summarise(fresh)));
  expect(titles()).toEqual(['B, changed', 'D', 'A', 'C']);
  list.change([{ id: fresh.id, row: null }]);
  expect(titles()).toEqual(['B, changed', 'A', 'C']);
});

test('a list that was read before a row was told does not bring the old row back', async () => {
  const old = made.map(summarise);
  let answer: (rows: readonly Summary[]) => void = () => undefined;
  const reading = list.read(() => new Promise((resolve) => (answer = resolve)));
  list.change(told(changedAt({ ...b, title: 'B, changed' }, 9_000)));
  answer(old);
  await reading;
  expect(titles()).toEqual(['B, changed', 'A', 'C']);
  await list.read(() => Promise.resolve(old));
  expect(titles()).toEqual(['A', 'B', 'C']);
});

test('nothing that changed nothing makes a new list, by which searches are asked again', () => {
  const before = list.listed;
  list.change(told(summarise(b)));
  expect(list.listed).toBe(before);
});

test('the open one shows what stands in memory, of the moment of its last save; left, it moves to its place', () => {
  open = { ...b, title: 'B, written' };
  list = new LibraryList(() => open);
  list.change(made.flatMap((each) => told(summarise(each))));
  expect(list.current).toMatchObject({ title: 'B, written', modifiedAt: b.modifiedAt });
  list.change(told(changedAt(b, 9_000)));
  expect(list.current).toMatchObject({
    title: 'B, written',
    modifiedAt: changedAt(b, 9_000).modifiedAt
  });
  expect(list.listed.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
  list.leave();
  open = a;
  expect(list.listed.map(({ title }) => title)).toEqual(['B, written', 'A', 'C']);
});

test('one that was deleted while it was open does not come back when it is left', () => {
  open = b;
  list.change([{ id: b.id, row: null }]);
  list.leave();
  open = null;
  expect(titles()).toEqual(['A', 'C']);
});
