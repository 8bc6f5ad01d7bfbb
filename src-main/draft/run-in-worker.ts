/** One piece of work in a thread of its own, with a time limit, a bound on memory and a way to stop it. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { ExpectedFailure } from '../domain/base/result.js';
import { awaitTask, type Task } from '../workers/await-task.js';

export interface RunOptions {
  /** Stops the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly limit?: number | undefined;
}

interface WorkerRun<T> extends RunOptions {
  readonly onProgress?: ((done: number) => void) | undefined;
  /** As of `Task`. */
  readonly keep?: Task<WorkerMessage<T>, T>['keep'] | undefined;
}

/** What a drafting thread posts. */
export type WorkerMessage<T> = { readonly progress: number } | { readonly result: T };

/** Megabytes, of which the models take about 250: enough for the longest text that is read. */
const mostMemory = 1_024;

/**
 * Throws an `ExpectedFailure` when the time or the memory is used up; `name` is the article's, for
 * its sentence. A thread that is not kept is gone with its memory when the promise settles.
 */
export function runInWorker<T>(
  start: (limits: WorkerOptions) => Worker,
  name: string,
  { signal, limit = 30_000, onProgress, keep }: WorkerRun<T>
): Promise<T> {
  const resourceLimits = { maxOldGenerationSizeMb: mostMemory };
  const beyond = (kind: string, most: string) =>
    new ExpectedFailure(`drafting-too-${kind}`, `${name} could not be drafted within ${most}.`);
  return awaitTask<WorkerMessage<T>, T>(() => start({ resourceLimits }), {
    work: 'drafting',
    signal,
    ...(keep && { keep }),
    answerIn(message) {
      if ('result' in message) return message.result;
      onProgress?.(message.progress);
      return undefined;
    },
    outOfMemory: () => beyond('large', `${mostMemory} MB of memory`),
    watch(fail) {
      const over = () => fail(beyond('slow', `${limit / 1000} seconds`));
      const timer = setTimeout(over, limit);
      return () => clearTimeout(timer);
    }
  });
}
