/** Drafts in a worker thread: the window is never held up, and the models' memory is given back. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { Article } from '../domain/program/article.js';
import type { Draft } from '../domain/suggestions/draft.js';
import type { DraftTask } from './draft-article.js';
import startDraftWorker from './draft-worker?nodeWorker';
import startRegroupWorker from './regroup-worker?nodeWorker';
import type { Regrouped } from './regroup-article.js';
import { type RunOptions, runInWorker } from './run-in-worker.js';

interface DraftingOptions extends RunOptions {
  /** Suggest also where the language gate would not. */
  readonly asEnglish?: boolean | undefined;
  /** Told how far the work is, from 0 to 1, rising; short texts may be done without it. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly startWorker?: (options: WorkerOptions) => Worker;
}

/** The whole draft, suggestions and all. Fails as `runInWorker` says. */
export function draftInWorker(
  article: Article,
  {
    asEnglish = false,
    onProgress,
    startWorker = startDraftWorker,
    ...options
  }: DraftingOptions = {}
): Promise<Draft> {
  const task: DraftTask = { article: wordsOf(article), asEnglish };
  return runInWorker(startWorker, task, article.name, options, onProgress);
}

/** Title, lead and cards only, which need no language models. */
export function regroupInWorker(
  article: Article,
  {
    startWorker = startRegroupWorker,
    ...options
  }: Omit<DraftingOptions, 'asEnglish' | 'onProgress'> = {}
): Promise<Regrouped> {
  return runInWorker(startWorker, wordsOf(article), article.name, options);
}

/** A draft needs no file, which may be large to hand to a thread. */
function wordsOf({ name, format, text, sha256, facts }: Article): Article {
  return { name, format, text, sha256, ...(facts && { facts }) };
}
