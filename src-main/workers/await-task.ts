/** One piece of work in a worker thread: until it is done, stopped, or beyond a limit. */
import type { Worker } from 'node:worker_threads';

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
  readonly watch: (fail: (reason: Error) => void) => () => void;
}

/**
 * Resolves with the thread's answer. The thread is still there afterwards; whoever started it says what
 * becomes of it.
 */
export async function awaitTask<M, T>(
  worker: Worker,
  { work, signal, answerIn, outOfMemory, watch }: Task<M, T>
): Promise<T> {
  signal?.throwIfAborted();
  let end = (): void => undefined;
  let stopped = (): void => undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.on('message', (message: M) => {
        const answer = answerIn(message);
        if (answer !== undefined) resolve(answer);
      });
      worker.once('error', (error) => {
        const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isMemory && outOfMemory ? outOfMemory() : error);
      });
      worker.once('exit', (code) =>
        reject(new Error(`The ${work} worker ended with code ${code}`))
      );
      stopped = () => reject(signal?.reason as Error);
      signal?.addEventListener('abort', stopped, { once: true });
      end = watch(reject);
    });
  } finally {
    end();
    signal?.removeEventListener('abort', stopped);
  }
}
