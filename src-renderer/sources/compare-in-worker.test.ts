/** Protects the page from comparisons that never end, and proposals from answers that come too late. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createTextComparer,
  type ComparisonAnswer,
  type ComparisonTask,
  type TextComparer
} from './compare-in-worker.js';

/** Answers when it is told to. */
class StubWorker {
  onmessage: Worker['onmessage'] = null;
  onerror: Worker['onerror'] = null;
  ended = false;
  readonly asked: ComparisonTask[] = [];

  postMessage(task: ComparisonTask): void {
    this.asked.push(task);
  }

  answer(data: ComparisonAnswer): void {
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }

  terminate(): void {
    this.ended = true;
  }
}

let started: StubWorker[];
let comparer: TextComparer;
const pairs: ComparisonAnswer = { kind: 'pairs', pairs: [] };
const passages: ComparisonAnswer = { kind: 'passages', passages: [] };
/** Lets what waits for its turn have it. */
const turn = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  comparer = createTextComparer(() => {
    const worker = new StubWorker();
    started.push(worker);
    return worker;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('questions are answered one after the other, of those for pairs the last one', async () => {
  const first = comparer.pairs([]);
  await turn();
  const overtaken = comparer.pairs([]);
  const side = comparer.passages('one', 'other');
  const last = comparer.pairs([]);
  started[0]!.answer(pairs);
  expect(await first).toBe(pairs);
  expect(await overtaken).toBeNull();
  await turn();
  expect(started[0]!.asked).toHaveLength(2);
  started[0]!.answer(passages);
  expect(await side).toBe(passages);
  await turn();
  started[0]!.answer(pairs);
  expect(await last).toBe(pairs);
});

test('a comparison that does not end is ended with a sentence, and the next one begins anew', async () => {
  const hanging = comparer.pairs([]);
  await turn();
  await vi.advanceTimersByTimeAsync(20_000);
  const answer = await hanging;
  expect(answer?.kind === 'failed' && answer.reason).toMatch(/20 seconds.*by hand\.$/);
  expect(started[0]!.ended).toBe(true);
  const next = comparer.pairs([]);
  await turn();
  started[1]!.answer(pairs);
  expect(await next).toBe(pairs);
});

test('closing answers whoever waits', async () => {
  const running = comparer.pairs([]);
  await turn();
  const waiting = comparer.passages('one', 'other');
  comparer.close();
  expect(await Promise.all([running, waiting])).toEqual([null, null]);
  expect(started[0]!.ended).toBe(true);
});
