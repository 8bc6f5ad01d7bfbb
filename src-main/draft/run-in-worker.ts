/** One piece of work in a thread of its own, with a time limit, a bound on memory and a way to stop it. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { ExpectedFailure } from '../domain/base/result.js';

export interface RunOptions {
  /** Stops the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly limit?: number | undefined;
}

/** What a drafting thread posts. */
export type WorkerMessage<T> = { readonly progress: number } | { readonly result: T };

/** Megabytes, of which the models take about 250: enough for the longest text that is read. */
const mostMemory = 1_024;

/**
 * Throws an `ExpectedFailure` when the time or the memory is used up; `name` is the article's, for
 * its sentence. The thread and its memory are gone when the promise settles.
 */
export async function runInWorker<T>(
  startWorker: (options: WorkerOptions) => Worker,
  workerData: unknown,
  name: string,
  { signal, limit = 30_000 }: RunOptions,
  onProgress?: (done: number) => void
): Promise<T> {
  signal?.throwIfAborted();
  const worker = startWorker({
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory }
  });
  const timeUp = AbortSignal.timeout(limit);
  const stop = signal ? AbortSignal.any([signal, timeUp]) : timeUp;
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage<T>) => {
        if ('result' in message) resolve(message.result);
        else onProgress?.(message.progress);
      });
      worker.once('error', (error) => reject(failureOf(error, name)));
      worker.once('exit', (code) =>
        reject(new Error(`The drafting worker ended with code ${code}`))
      );
      stop.addEventListener('abort', () => {
        reject(
          signal?.aborted
            ? (signal.reason as Error)
            : new ExpectedFailure(
                'drafting-too-slow',
                `${name} could not be drafted within ${limit / 1000} seconds.`
              )
        );
      });
    });
  } finally {
    await worker.terminate();
  }
}

function failureOf(error: Error, name: string): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new ExpectedFailure(
    'drafting-too-large',
    `${name} could not be drafted within ${mostMemory} MB of memory.`
  );
}
