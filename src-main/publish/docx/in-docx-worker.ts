/** Writes Word documents in a thread of its own, with a bound on its memory and a way to stop it. */
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { awaitTask } from '../../workers/await-task.js';
import type { Format } from '../format.js';
import startDocxWorker from './docx-worker?nodeWorker';

declare module '../format.js' {
  interface FormatsByEnding {
    readonly docx: Format;
  }
}

export const word: Format = {
  name: 'Word',
  label: 'Word document',
  shows: 'document',
  holds: 'headings, tables, notes as comments',
  book: {
    name: 'Word',
    holds: 'a chapter each, with a contents list that Word numbers'
  },
  make: (job, { signal }) => writeInDocxWorker(job, signal)
};

/** Megabytes: a hundred thousand table cells take about half of it. */
const mostMemory = 320;

/**
 * Throws an `ExpectedFailure` when the memory is used up, and the signal's reason when that stops it.
 * The thread is gone when the promise rejects.
 */
export function writeInDocxWorker(
  job: DocumentJob,
  signal?: AbortSignal,
  memory = mostMemory
): Promise<Uint8Array> {
  const limits = { workerData: job, resourceLimits: { maxOldGenerationSizeMb: memory } };
  return awaitTask<Uint8Array, Uint8Array>(() => startDocxWorker(limits), {
    work: 'Word',
    signal,
    answerIn: (document) => document,
    outOfMemory: () => tooLarge(memory)
  });
}

function tooLarge(memory: number): ExpectedFailure {
  return new ExpectedFailure(
    'too-large',
    `The Word document would take more than ${memory} MB of memory to write. Leave out sources, or export a PDF. Nothing was written.`
  );
}
