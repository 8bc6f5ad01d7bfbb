/** Writes Word documents in a thread of its own, with a bound on its memory and a way to stop it. */
import { ExpectedFailure } from '../../domain/base/result.js';
import type { DocxTask } from './docx-worker.js';
import startDocxWorker from './docx-worker?nodeWorker';

/** Megabytes: a hundred thousand table cells take about half of it. */
const mostMemory = 320;

/**
 * Throws an `ExpectedFailure` when the memory is used up, and the signal's reason when that stops it.
 * The thread is gone when the promise rejects.
 */
export async function writeInDocxWorker(
  task: DocxTask,
  signal?: AbortSignal,
  memory = mostMemory
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const worker = startDocxWorker({
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memory }
  });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error) => reject(failureOf(error, memory)));
      worker.once('exit', (code) => reject(new Error(`The Word worker ended with code ${code}`)));
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

function failureOf(error: Error, memory: number): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new ExpectedFailure(
    'too-large',
    `The Word document would take more than ${memory} MB of memory to write. Leave out sources, or export a PDF. Nothing was written.`
  );
}
