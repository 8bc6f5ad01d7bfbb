/** Converts in a worker thread of its own, within limits of time and memory, until it is done or stopped. */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { ExpectedFailure, type Result } from '../domain/base/result.js';
import type { Conversion } from './convert.js';
import { awaitTask } from '../workers/await-task.js';
import type { Extracted } from './extracted.js';
import startConvertWorker from './convert-worker?nodeWorker';

interface ConvertingOptions {
  /** Stops the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of work; on a machine that is busy with other things these may take minutes. */
  readonly limit?: number;
  /** Megabytes of the thread's heap. */
  readonly memory?: number;
  /** Megabytes by which the whole process may grow meanwhile: what is unpacked lies outside of heaps. */
  readonly growth?: number;
  readonly startWorker?: (options: WorkerOptions) => Worker;
}

/** Milliseconds from one look at what the process has taken to the next. */
const watchEvery = 50;
/** How many times as long as its work a conversion may take by the clock. */
const patience = 10;

/**
 * Throws an `ExpectedFailure` for what is wrong with the file, and when a limit passes. The thread and its
 * memory are gone when the promise settles. The bytes of the conversion are given away: they are empty then.
 */
export async function convertInWorker(
  conversion: Conversion,
  {
    signal,
    limit = 30_000,
    memory = 280,
    growth = 360,
    startWorker = startConvertWorker
  }: ConvertingOptions = {}
): Promise<Extracted> {
  const { name } = conversion;
  const start = () => {
    const given = giveAway(conversion);
    return startWorker({
      workerData: given,
      transferList: 'bytes' in given ? [given.bytes.buffer] : [],
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 },
      // What libraries have to say is for their authors.
      stdout: true,
      stderr: true
    });
  };
  const result = await awaitTask<Result<Extracted>, Result<Extracted>>(start, {
    work: 'conversion',
    signal,
    answerIn: (message) => message,
    outOfMemory: () => tooLarge(name, memory),
    watch: (fail) => watch({ limit, growth }, name, fail)
  });
  if (!result.ok) throw new ExpectedFailure(result.error.code, result.error.message);
  return result.value;
}

/** With bytes of its own, which can be moved to a thread; a part of a larger buffer cannot. */
function giveAway(
  conversion: Conversion
): Conversion & { readonly bytes?: Uint8Array<ArrayBuffer> } {
  if (conversion.kind === 'clipboard') return conversion;
  const { bytes } = conversion;
  const { buffer } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return { ...conversion, bytes: isWhole ? new Uint8Array(buffer) : new Uint8Array(bytes) };
}

interface Limits {
  readonly limit: number;
  readonly growth: number;
}

/** Fails when a limit passes. Returns the function that ends the watch. */
function watch({ limit, growth }: Limits, name: string, fail: (reason: Error) => void): () => void {
  const begun = { cpu: process.cpuUsage(), time: performance.now() };
  const most = process.memoryUsage.rss() + growth * 1e6;
  const look = setInterval(() => {
    const { user, system } = process.cpuUsage(begun.cpu);
    const isSlow = (user + system) / 1e3 > limit;
    if (process.memoryUsage.rss() > most) fail(tooLarge(name, growth));
    else if (isSlow || performance.now() - begun.time > patience * limit)
      fail(tooSlow(name, limit));
  }, watchEvery);
  return () => clearInterval(look);
}

function tooLarge(name: string, megabytes: number): ExpectedFailure {
  return new ExpectedFailure(
    'too-large',
    `${name} needs more than ${megabytes} MB of memory to be read. Nothing of it was taken in.`
  );
}

function tooSlow(name: string, limit: number): ExpectedFailure {
  return new ExpectedFailure(
    'too-slow',
    `${name} could not be read within ${limit / 1000} seconds of work. Nothing of it was taken in.`
  );
}
