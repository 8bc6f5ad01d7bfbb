/** Converts in a worker thread of its own, within limits of time and memory. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { ExpectedFailure, type Result } from '../domain/result.js';
import type { Conversion } from './convert.js';
import startConvertWorker from './convert-worker?nodeWorker';
import type { Extracted } from './extracted.js';

export interface ConvertingOptions {
  /** Milliseconds. */
  readonly limit?: number;
  /** Megabytes of the thread's heap. */
  readonly memory?: number;
  readonly startWorker?: (options: WorkerOptions) => Worker;
}

/** Throws an `ExpectedFailure` for what is wrong with the file, and when a limit passes. The thread is gone when the promise settles. */
export async function convertInWorker(
  conversion: Conversion,
  { limit = 30_000, memory = 768, startWorker = startConvertWorker }: ConvertingOptions = {}
): Promise<Extracted> {
  const { name } = conversion;
  const worker = startWorker({
    workerData: conversion,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // What libraries have to say is for their authors.
    stdout: true,
    stderr: true
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const result = await new Promise<Result<Extracted>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error) => reject(explain(name, error, memory)));
      worker.once('exit', (code) =>
        reject(new Error(`The conversion worker ended with code ${code}`))
      );
      timer = setTimeout(() => reject(tooSlow(name, limit)), limit);
    });
    if (!result.ok) throw new ExpectedFailure(result.error.code, result.error.message);
    return result.value;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function explain(name: string, error: Error, memory: number): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new ExpectedFailure(
    'too-large',
    `${name} needs more than ${memory} MB of memory to be read. Nothing of it was taken in.`
  );
}

function tooSlow(name: string, limit: number): ExpectedFailure {
  return new ExpectedFailure(
    'too-slow',
    `${name} could not be read within ${limit / 1000} seconds. Nothing of it was taken in.`
  );
}
