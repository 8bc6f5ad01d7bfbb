/** Works on PDFs in a thread of their own, with a time limit and a way to stop it. One waits for the next. */
import type { Worker } from 'node:worker_threads';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import type { AttachedBundle } from './attached-bundle.js';
import type { Finished } from './finish-pdf.js';
import { awaitTask } from '../../workers/await-task.js';
import { startPatience } from './patience.js';
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

/** A thread that waits for work: it has read its code, and knows the way from the last document. */
let idle: { readonly worker: Worker; readonly end: NodeJS.Timeout } | null = null;
/** Milliseconds. It keeps what it last worked on until the next. */
const idleLimit = 60_000;

/** Starts a thread now if none waits, so that the next document need not wait for it. */
export function preparePdfWorker(): void {
  if (!idle) retire(startPdfWorker({}));
}

function work<T>(task: PdfTask, { signal, limit = 60_000 }: WorkOptions = {}): Promise<T> {
  const start = () => {
    const worker = takeWorker();
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
    keep: retire
  });
}

function takeWorker(): Worker {
  if (!idle) return startPdfWorker({});
  const { worker, end } = idle;
  idle = null;
  clearTimeout(end);
  silence(worker);
  worker.ref();
  return worker;
}

/** A second one is not needed. It keeps nobody from ending. */
function retire(worker: Worker): void {
  silence(worker);
  if (idle) return void worker.terminate();
  const forget = () => {
    if (idle?.worker === worker) idle = null;
    void worker.terminate();
  };
  // Without a listener an error would end the program.
  worker.once('error', forget);
  worker.once('exit', forget);
  worker.unref();
  idle = { worker, end: setTimeout(forget, idleLimit).unref() };
}

/** Not all listeners: two are Node's own, without which it hears no more messages. */
function silence(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
