/** Works on PDFs in a thread of their own, with a time limit and a way to stop it. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { PrintJob } from '../../api.js';
import { ExpectedFailure } from '../../domain/result.js';
import type { AttachedBundle } from './attached-bundle.js';
import type { Finished } from './finish-pdf.js';
import type { PdfTask } from './pdf-worker.js';
import startPdfWorker from './pdf-worker?nodeWorker';

export interface WorkOptions {
  /** Stops the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly limit?: number;
  readonly startWorker?: (options: WorkerOptions) => Worker;
}

/** See `finishPdf`. */
export function finishInWorker(
  printed: Uint8Array,
  job: PrintJob,
  numbered: boolean,
  options?: WorkOptions
): Promise<Finished> {
  return work<Finished>({ kind: 'finish', printed, job, numbered }, options);
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

/** The thread is gone when the promise settles. */
async function work<T>(
  task: PdfTask,
  { signal, limit = 60_000, startWorker = startPdfWorker }: WorkOptions = {}
): Promise<T> {
  signal?.throwIfAborted();
  const worker = startWorker({ workerData: task });
  const timeUp = AbortSignal.timeout(limit);
  const stop = signal ? AbortSignal.any([signal, timeUp]) : timeUp;
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The PDF worker ended with code ${code}`)));
      stop.addEventListener('abort', () => {
        reject(
          signal?.aborted
            ? (signal.reason as Error)
            : new ExpectedFailure(
                'pdf-too-slow',
                `The PDF was not worked through within ${limit / 1000} seconds.`
              )
        );
      });
    });
  } finally {
    await worker.terminate();
  }
}
