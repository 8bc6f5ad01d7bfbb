/** Works on PDFs in a thread of their own, with a time limit and a way to stop it. One waits for the next. */
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import type { AttachedBundle } from './attached-bundle.js';
import type { Finished, Passes } from './finish-pdf.js';
import { awaitTask } from '../../workers/await-task.js';
import { WaitingThread } from '../../workers/waiting-thread.js';
import { startPatience } from '../../workers/patience.js';
import type { PdfTask } from './pdf-worker.js';
import startPdfWorker from './pdf-worker?nodeWorker';

interface WorkOptions {
  /** Stops the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of a machine with nothing else to do. */
  readonly limit?: number;
}

/** See `finishPdf`. */
export function finishInWorker(
  printed: Uint8Array,
  job: DocumentJob,
  passes: Passes,
  options?: WorkOptions
): Promise<Finished> {
  return work<Finished>({ kind: 'finish', printed, job, ...passes }, options);
}

/** See `readAttachedBundles`. Rejects for a file that is no PDF, or too broken to read. */
export function readBundlesInWorker(
  pdf: Uint8Array,
  options?: WorkOptions
): Promise<readonly AttachedBundle[]> {
  return work<readonly AttachedBundle[]>({ kind: 'read', pdf }, options);
}

/** See `pagesOfAnchors`. */
export function pagesInWorker(
  pdf: Uint8Array,
  options?: WorkOptions
): Promise<Readonly<Record<string, number>>> {
  return work<Readonly<Record<string, number>>>({ kind: 'pages', pdf }, options);
}

/** Milliseconds. */
const idleLimit = 60_000;
const waiting = new WaitingThread(idleLimit);

/** Starts a thread now if none waits, so that the next document need not wait for it. */
export function preparePdfWorker(): void {
  if (!waiting.isThere) waiting.retire(startPdfWorker({}));
}

function work<T>(task: PdfTask, { signal, limit = 60_000 }: WorkOptions = {}): Promise<T> {
  const start = () => {
    const worker = waiting.take(() => startPdfWorker({}));
    worker.postMessage(task);
    return worker;
  };
  const tooSlow = () =>
    new ExpectedFailure(
      'pdf-too-slow',
      `The PDF was not worked through within ${limit / 1000} seconds of work.`
    );
  return awaitTask<T, T>(start, {
    work: 'PDF',
    signal,
    answerIn: (message) => message,
    watch: (fail) => startPatience(limit, () => fail(tooSlow())).end,
    keep: (worker) => waiting.retire(worker)
  });
}
