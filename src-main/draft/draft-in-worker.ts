/** Drafts in a worker thread, with a time limit and a way to stop it. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { Article } from '../domain/article.js';
import type { Draft } from '../domain/draft.js';
import { ExpectedFailure } from '../domain/result.js';
import startDraftWorker from './draft-worker?nodeWorker';

export interface DraftingOptions {
  /** Stops the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly limit?: number;
  readonly startWorker?: (options: WorkerOptions) => Worker;
}

/** Throws an `ExpectedFailure` when the limit passes. The thread is gone when the promise settles. */
export async function draftInWorker(
  article: Article,
  { signal, limit = 30_000, startWorker = startDraftWorker }: DraftingOptions = {}
): Promise<Draft> {
  signal?.throwIfAborted();
  const worker = startWorker({ workerData: article });
  const timeUp = AbortSignal.timeout(limit);
  const stop = signal ? AbortSignal.any([signal, timeUp]) : timeUp;
  try {
    return await new Promise<Draft>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) =>
        reject(new Error(`The drafting worker ended with code ${code}`))
      );
      stop.addEventListener('abort', () => {
        reject(
          signal?.aborted
            ? (signal.reason as Error)
            : new ExpectedFailure(
                'drafting-too-slow',
                `${article.name} could not be drafted within ${limit / 1000} seconds.`
              )
        );
      });
    });
  } finally {
    await worker.terminate();
  }
}
