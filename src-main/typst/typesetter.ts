/**
 * The door of this room: sets a document's pages by a template of Typst, and finishes them as PDF/UA-1 and
 * PDF/A-3u. One thread does it, job after job, and keeps the compiler: a document in which a word has changed
 * comes back in a fraction of the first time. Within limits; what is beyond them is given up with a sentence.
 */
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { ExpectedFailure } from '../domain/base/result.js';
import { awaitTask } from '../workers/await-task.js';
import { startPatience } from '../workers/patience.js';
import { WaitingThread } from '../workers/waiting-thread.js';
import type { Typeset, TypesetAnswer, TypesetFolders, TypesetJob } from './job.js';
import startTypesetWorker from './typeset-worker?nodeWorker';

export type { Attachment, Finish } from './finish.js';
export type { Highlight } from './highlights.js';
export type { Typeset, TypesetJob } from './job.js';

export interface TypesetLimits {
  /** Bytes of the data; every one of them costs about a kilobyte of memory. */
  readonly data: number;
  /** Milliseconds of a machine with nothing else to do. */
  readonly time: number;
  /** Bytes by which the program may grow meanwhile. */
  readonly memory: number;
}

/** Nothing can end a thread within Typst, so what is sure to be beyond the others is not begun. */
const usualLimits: TypesetLimits = { data: 2_000_000, time: 60_000, memory: 1_000_000_000 };
/** How often it is looked how large the program is, in ms. */
const memoryStep = 200;
/** How long the thread waits for the next job, in ms: as long as somebody may think about a sentence. */
const idleLimit = 300_000;

export class Typesetter {
  readonly #waiting = new WaitingThread(idleLimit);
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly template: string,
    private readonly fonts = join(import.meta.dirname, '../fonts'),
    private readonly limits = usualLimits
  ) {}

  /**
   * Rejects with an `ExpectedFailure` for what the person can mend, with the signal's reason when that stops
   * it, and with an error of the template, of which Typst's warnings are some.
   */
  async typeset(job: TypesetJob, signal?: AbortSignal): Promise<Typeset> {
    if (job.data.length > this.limits.data) {
      throw tooLarge(
        'pages-too-many',
        `would need more than ${this.limits.data / 1_000_000} MB of text`
      );
    }
    const before = this.#last;
    const done = before.then(() => {
      signal?.throwIfAborted();
      return this.#run(job);
    });
    this.#last = done.catch(() => undefined);
    const answer = await (signal ? Promise.race([done, stoppedBy(signal)]) : done);
    if (answer.kind === 'failed') throw new ExpectedFailure(answer.code, answer.message);
    return answer;
  }

  /**
   * A thread within Typst's own code hears nothing until that has come to an end. So nobody waits for one
   * that is given up: it is told to end, and the next job has a thread of its own.
   */
  #run(job: TypesetJob): Promise<TypesetAnswer> {
    return new Promise((resolve, reject) => {
      const start = () => {
        const worker = this.#waiting.take(() => this.#start());
        worker.postMessage(job);
        return worker;
      };
      awaitTask<TypesetAnswer, TypesetAnswer>(start, {
        work: 'page',
        answerIn: (message) => message,
        watch: (fail) =>
          watchLimits(this.limits, (reason) => {
            reject(reason);
            fail(reason);
          }),
        keep: (worker) => this.#waiting.retire(worker)
      }).then(resolve, reject);
    });
  }

  #start(): Worker {
    const workerData: TypesetFolders = { template: this.template, fonts: this.fonts };
    return startTypesetWorker({ workerData });
  }
}

function watchLimits({ time, memory }: TypesetLimits, onOver: (reason: Error) => void): () => void {
  const patience = startPatience(time, () =>
    onOver(tooLarge('pages-too-slow', `took longer than ${time / 1_000} seconds`))
  );
  const most = process.memoryUsage.rss() + memory;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() <= most) return;
    clearInterval(timer);
    onOver(tooLarge('pages-too-large', `needed more than ${memory / 1_000_000} MB of memory`));
  }, memoryStep);
  return () => {
    patience.end();
    clearInterval(timer);
  };
}

function tooLarge(code: string, what: string): ExpectedFailure {
  return new ExpectedFailure(
    code,
    `Making the PDF ${what}, so it was given up. Nothing of the briefing has changed; leave out some of its parts and make it again.`
  );
}

function stoppedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
