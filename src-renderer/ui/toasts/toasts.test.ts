import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from './toasts.svelte.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const undo = { label: 'Undo', run: () => undefined };

function texts(toasts: Toasts): string[] {
  return toasts.shown.map(({ text }) => text);
}

function waiting(toasts: Toasts): string[] {
  return toasts.waiting.map(({ text }) => text);
}

it('takes a message away by itself, one with an action later; a failure goes on waiting', () => {
  const toasts = new Toasts();
  toasts.show('done');
  toasts.show('deleted', undo);
  toasts.showFailure('failed');
  vi.advanceTimersByTime(5_000);
  expect(texts(toasts)).toEqual(['deleted', 'failed']);
  expect(waiting(toasts)).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(texts(toasts)).toEqual([]);
  expect(waiting(toasts)).toEqual(['failed']);
});

it('leaves time to read a long message, but no endless time', () => {
  const toasts = new Toasts();
  toasts.show('x'.repeat(180));
  toasts.show('x'.repeat(5_000));
  vi.advanceTimersByTime(10_900);
  expect(texts(toasts)).toHaveLength(2);
  vi.advanceTimersByTime(200);
  expect(texts(toasts)).toHaveLength(1);
  vi.advanceTimersByTime(9_000);
  expect(texts(toasts)).toHaveLength(0);
});

it('takes nothing away while the person is there', () => {
  const toasts = new Toasts();
  toasts.show('deleted', undo);
  toasts.hold();
  vi.advanceTimersByTime(60_000);
  expect(texts(toasts)).toEqual(['deleted']);
  toasts.release();
  vi.advanceTimersByTime(10_000);
  expect(texts(toasts)).toEqual([]);
});

it('lets few float: the work under way, three ordinary ones and the latest failure', () => {
  const toasts = new Toasts();
  toasts.showBusy('working');
  for (const text of ['one', 'two']) toasts.showFailure(text);
  for (const text of ['a', 'b', 'c', 'd']) toasts.show(text);
  expect(texts(toasts)).toEqual(['working', 'two', 'b', 'c', 'd']);
  expect(waiting(toasts)).toEqual(['one']);
});

it('of those that float two are in sight: what failed or goes on, and the latest of the others', () => {
  const toasts = new Toasts();
  const inSight = () => toasts.inSight.map(({ text }) => text);
  for (const text of ['a', 'b', 'c']) toasts.show(text);
  expect(inSight()).toEqual(['b', 'c']);
  toasts.showFailure('failed');
  expect(inSight()).toEqual(['c', 'failed']);
  const work = toasts.showBusy('working');
  expect(inSight()).toEqual(['c', 'failed', 'working']);
  toasts.dismiss(work);
  toasts.fold();
  expect(inSight()).toEqual(['b', 'c']);
});

it('keeps one message of a failure that comes again, and no endless list', () => {
  const toasts = new Toasts();
  toasts.showFailure('again');
  toasts.showFailure('other');
  toasts.showFailure('again');
  expect([texts(toasts), waiting(toasts)]).toEqual([['again'], ['other']]);
  for (let n = 0; n < 60; n += 1) toasts.showFailure(`failure ${n}`);
  expect(toasts.waiting).toHaveLength(50);
});

it('takes away what is about a briefing or a library when that is left', () => {
  const toasts = new Toasts();
  const aboutLibrary = toasts.about('library');
  toasts.showFailure('of the briefing');
  aboutLibrary.showFailure('of the library');
  vi.advanceTimersByTime(60_000);
  toasts.leave('briefing');
  expect(waiting(toasts)).toEqual(['of the library']);
  const before = toasts.now;
  aboutLibrary.showFailure('of the next library');
  toasts.leave('library', before);
  expect(waiting(toasts)).toEqual([]);
  expect(texts(toasts)).toEqual(['of the next library']);
});

it('tells what was read from what was not', () => {
  const toasts = new Toasts();
  toasts.showFailure('early');
  toasts.fold();
  toasts.markRead();
  toasts.showFailure('late');
  toasts.fold();
  expect(toasts.waiting.map(({ text, read }) => [text, read])).toEqual([
    ['late', false],
    ['early', true]
  ]);
});
