import type { Worker, WorkerOptions } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { until } from '../../scripts/testing/until.mjs';
import type { Article } from '../domain/program/article.js';
import type { Draft } from '../domain/suggestions/draft.js';
import { draftArticle } from './draft-article.js';
import { draftInWorker, regroupInWorker } from './draft-in-worker.js';
import startDraftWorker from './draft-worker?nodeWorker';
import { regroupArticle } from './regroup-article.js';

const article: Article = {
  name: 'a.txt',
  format: 'text',
  text: 'Talks resume\n\nAll sides came.',
  sha256: '0'.repeat(64)
};
const long: Article = { ...article, name: 'long.txt', text: 'a\n\n'.repeat(1_000_000) };
const prose: Article = {
  ...article,
  name: 'prose.txt',
  text: 'The minister said that the talks would resume on Monday. '.repeat(200)
};
let running: Worker | undefined;
/** All that were started. */
const started = vi.hoisted(() => [] as Worker[]);
vi.mock('./draft-worker?nodeWorker', async (importOriginal) => {
  const { default: start } = await importOriginal<{ default: typeof startDraftWorker }>();
  return {
    default: (options: WorkerOptions) => {
      const worker = start(options);
      started.push(worker);
      return worker;
    }
  };
});
const alive = () => started.filter(({ threadId }) => threadId !== -1);

function startWorker(options: WorkerOptions): Worker {
  running = startDraftWorker(options);
  return running;
}

test('drafts in a thread as it does without one', async () => {
  expect(await draftInWorker(article)).toEqual(draftArticle(article));
});

test('makes cards in a thread as it does without one', async () => {
  expect(await regroupInWorker(article)).toEqual(regroupArticle(article));
});

test('tells how far it is, rising to the end', async () => {
  const told: number[] = [];
  await draftInWorker(prose, { onProgress: (done) => told.push(done) });
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

test('suggests where the language gate would not, when told that it is English', async () => {
  const spanish = {
    ...article,
    text: 'El ministro dijo que las conversaciones seguirán el lunes.'
  };
  expect((await draftInWorker(spanish)).language.suggestions).toBe(false);
  expect((await draftInWorker(spanish, { asEnglish: true })).language.suggestions).toBe(true);
});

test('stops when asked, and the thread is gone', async () => {
  const stop = new AbortController();
  const drafting = draftInWorker(long, { startWorker, signal: stop.signal });
  stop.abort(new Error('not wanted any more'));
  await expect(drafting).rejects.toThrow('not wanted any more');
  expect(running?.threadId).toBe(-1);
});

test('does not start what was stopped before', async () => {
  await expect(
    draftInWorker(long, { signal: AbortSignal.abort(new Error('never')) })
  ).rejects.toThrow('never');
});

test('gives up after its time limit, with a sentence', async () => {
  await expect(draftInWorker(long, { startWorker, limit: 20 })).rejects.toMatchObject({
    code: 'drafting-too-slow',
    message: 'long.txt could not be drafted within 0.02 seconds.'
  });
});

test('passes on what breaks in the thread', async () => {
  const broken = { ...article, text: null as unknown as string };
  await expect(draftInWorker(broken, { startWorker })).rejects.toThrow(TypeError);
});

test('many articles share one thread, each with its own draft, in order; afterwards the memory is given back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const threads = new Set<Worker>();
    const articles = ['A', 'B', 'C', 'D'].map((name) => ({
      ...article,
      name,
      text: `${name} resumes\n\nThe minister of ${name}land said that all sides would come.`
    }));
    const drafts: Draft[] = [];
    for (const each of articles) {
      drafts.push(await draftInWorker(each));
      alive().forEach((thread) => threads.add(thread));
    }
    expect(drafts).toEqual(articles.map((each) => draftArticle(each)));
    expect(threads.size).toBe(1);
    vi.advanceTimersByTime(10_000);
    await until(() => expect(alive()).toEqual([]));
  } finally {
    vi.useRealTimers();
  }
});

test('after one that was stopped the next is drafted as ever', async () => {
  const stop = new AbortController();
  const drafting = draftInWorker(long, { signal: stop.signal });
  stop.abort(new Error('not wanted any more'));
  await expect(drafting).rejects.toThrow('not wanted any more');
  expect(await draftInWorker(article)).toEqual(draftArticle(article));
});
