/** Reads briefings out of PDFs in a thread of its own, with a time limit and a way to stop it. */
import { ExpectedFailure } from '../../domain/base/result.js';
import { awaitTask } from '../../workers/await-task.js';
import { startPatience } from '../../workers/patience.js';
import { WaitingThread } from '../../workers/waiting-thread.js';
import type { AttachedBundle } from './attached-bundle.js';
import startBundlesWorker from './bundles-worker?nodeWorker';

interface WorkOptions {
  /** Stops the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of a machine with nothing else to do. */
  readonly limit?: number;
}

/** How long the thread waits for the next file, in ms. */
const idleLimit = 60_000;
const waiting = new WaitingThread(idleLimit);

/** See `readAttachedBundles`. Rejects for a file that is no PDF, or too broken to read. */
export function readBundlesInWorker(
  pdf: Uint8Array,
  { signal, limit = 60_000 }: WorkOptions = {}
): Promise<readonly AttachedBundle[]> {
  const start = () => {
    const worker = waiting.take(() => startBundlesWorker({}));
    worker.postMessage(pdf);
    return worker;
  };
  const tooSlow = () =>
    new ExpectedFailure(
      'pdf-too-slow',
      `The PDF was not worked through within ${limit / 1000} seconds of work.`
    );
  return awaitTask<readonly AttachedBundle[], readonly AttachedBundle[]>(start, {
    work: 'PDF',
    signal,
    answerIn: (message) => message,
    watch: (fail) => startPatience(limit, () => fail(tooSlow())).end,
    keep: (worker) => waiting.retire(worker)
  });
}
