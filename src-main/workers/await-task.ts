/** One piece of work in a worker thread: until it is done, stopped, or beyond a limit. */
import type { Worker } from 'node:worker_threads';
import { endThread } from './end-thread.js';

export interface Task<M, T> {
  /** What the thread does, such as “drafting”: for the error of a thread that ends by itself. */
  readonly work: string;
  /** Stops the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The answer in a message of the thread; `undefined` for a message that is none. */
  readonly answerIn: (message: M) => T | undefined;
  /** The failure of a thread that has used up its memory; else Node's own error. */
  readonly outOfMemory?: () => Error;
  /** Watches over limits: `fail` when one passes. Returns the function that ends the watch. */
  readonly watch?: (fail: (reason: Error) => void) => () => void;
  /** Is given the thread that has answered, for more work; without it every thread ends. */
  readonly keep?: (worker: Worker) => void;
}

/**
 * Resolves with the answer of the thread that `start` gives, which is not called once the signal has
 * aborted. A thread that is not kept, and its memory, are gone when the promise settles.
 */
export async function awaitTask<M, T>(
  start: () => Worker,
  { work, signal, answerIn, outOfMemory, watch, keep }: Task<M, T>
): Promise<T> {
  signal?.throwIfAborted();
  const worker = start();
  let isKept = false;
  let isAtWork = false;
  let end = (): void => undefined;
  let stopped = (): void => undefined;
  try {
    const answer = await new Promise<T>((resolve, reject) => {
      worker.on('message', (message: M) => {
        const found = answerIn(message);
        if (found !== undefined) resolve(found);
      });
      worker.once('error', (error) => {
        const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isMemory && outOfMemory ? outOfMemory() : error);
      });
      worker.once('exit', (code) =>
        reject(new Error(`The ${work} worker ended with code ${code}`))
      );
      const stop = (reason: Error) => {
        isAtWork = true;
        reject(reason);
      };
      stopped = () => stop(signal?.reason as Error);
      signal?.addEventListener('abort', stopped, { once: true });
      if (watch) end = watch(stop);
    });
    keep?.(worker);
    isKept = keep !== undefined;
    return answer;
  } finally {
    end();
    signal?.removeEventListener('abort', stopped);
    // One in the middle of its work would not hear that it is to end.
    if (isAtWork) await worker.terminate();
    else if (!isKept) await endThread(worker);
  }
}
