/**
 * Drafts in a worker thread: the window is never held up. The thread waits a little for the next article, so
 * that of many files only the first pays for the models; then their memory is given back.
 */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { Article } from '../domain/program/article.js';
import type { Draft } from '../domain/suggestions/draft.js';
import type { DraftTask } from './draft-article.js';
import startDraftWorker from './draft-worker?nodeWorker';
import startRegroupWorker from './regroup-worker?nodeWorker';
import type { Regrouped } from './regroup-article.js';
import { type RunOptions, runInWorker } from './run-in-worker.js';
import { WaitingThread } from '../workers/waiting-thread.js';

interface DraftingOptions extends RunOptions {
  /** Suggest also where the language gate would not. */
  readonly asEnglish?: boolean | undefined;
  /** Told how far the work is, from 0 to 1, rising; short texts may be done without it. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly startWorker?: (options: WorkerOptions) => Worker;
}

/** Milliseconds: long enough to look at one article and bring the next. */
const idleLimit = 30_000;
const waiting = new WaitingThread(idleLimit);

/**
 * The whole draft, suggestions and all. Fails as `runInWorker` says. With `startWorker` a thread of its own
 * does it, which is gone when the promise settles.
 */
export function draftInWorker(
  article: Article,
  { asEnglish = false, onProgress, startWorker, ...options }: DraftingOptions = {}
): Promise<Draft> {
  const task: DraftTask = { article: wordsOf(article), asEnglish };
  const start = (limits: WorkerOptions) => {
    const worker = startWorker?.(limits) ?? waiting.take(() => startDraftWorker(limits));
    worker.postMessage(task);
    return worker;
  };
  return runInWorker(start, article.name, {
    ...options,
    onProgress,
    keep: startWorker ? undefined : (worker) => waiting.retire(worker)
  });
}

/** Title, lead and cards only, which need no language models. */
export function regroupInWorker(
  article: Article,
  {
    startWorker = startRegroupWorker,
    ...options
  }: Omit<DraftingOptions, 'asEnglish' | 'onProgress'> = {}
): Promise<Regrouped> {
  const workerData = wordsOf(article);
  const start = (limits: WorkerOptions) => startWorker({ ...limits, workerData });
  return runInWorker(start, article.name, options);
}

/** A draft needs no file, which may be large to hand to a thread. */
function wordsOf({ name, format, text, sha256, facts }: Article): Article {
  return { name, format, text, sha256, ...(facts && { facts }) };
}
