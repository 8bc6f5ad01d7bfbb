/** Protects the page from expressions that never end, and from answers that come too late. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFinder, type Find, type FindRequest } from './find-in-worker.js';

class StubWorker {
  onmessage: Worker['onmessage'] = null;
  onerror: Worker['onerror'] = null;
  ended = false;

  postMessage({ query }: FindRequest): void {
    if (query.words === 'hang') return;
    queueMicrotask(() => {
      if (this.ended) return;
      const data = { kind: 'found', matches: [], cut: false };
      this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

let started: StubWorker[];
let find: Find;
const request = (words: string): FindRequest => ({
  texts: [],
  query: { words, isExpression: true, wholeWords: false, matchCase: false }
});

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  find = createFinder(() => {
    const worker = new StubWorker();
    started.push(worker);
    return worker;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('answers from one worker', async () => {
  expect((await find(request('a')))?.kind).toBe('found');
  expect((await find(request('b')))?.kind).toBe('found');
  expect(started).toHaveLength(1);
});

test('ends a search after two seconds, and says what to do', async () => {
  const answer = find(request('hang'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await answer).toEqual({
    kind: 'failed',
    reason: 'Finding this took longer than 2 seconds. Make it simpler.'
  });
  expect(started[0]?.ended).toBe(true);
  expect((await find(request('b')))?.kind).toBe('found');
});

test('a search that is overtaken has no answer', async () => {
  const first = find(request('hang'));
  expect((await find(request('b')))?.kind).toBe('found');
  expect(await first).toBeNull();
});
