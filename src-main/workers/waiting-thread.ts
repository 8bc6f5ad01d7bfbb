/** A worker thread that has done its work waits for the next a while, with its code read and warm. */
import type { Worker } from 'node:worker_threads';
import { endThread } from './end-thread.js';

/** At most one waits, whose tasks have to be posted as messages, and taken by `takeTasks`. */
export class WaitingThread {
  #waiting: { readonly worker: Worker; readonly end: NodeJS.Timeout } | null = null;

  /** @param limit milliseconds that it waits. It keeps what it last worked on until then, or the next task. */
  constructor(private readonly limit: number) {}

  get isThere(): boolean {
    return this.#waiting !== null;
  }

  /** The one that waits, else one that `start` gives. */
  take(start: () => Worker): Worker {
    if (!this.#waiting) return start();
    const { worker, end } = this.#waiting;
    this.#waiting = null;
    clearTimeout(end);
    silence(worker);
    worker.ref();
    return worker;
  }

  /** A second one is not needed, and ends. The one that waits keeps nobody from ending. */
  retire(worker: Worker): void {
    silence(worker);
    if (this.#waiting) return void endThread(worker);
    const forget = () => {
      if (this.#waiting?.worker === worker) this.#waiting = null;
      void endThread(worker);
    };
    // Without a listener an error would end the program.
    worker.once('error', forget);
    worker.once('exit', forget);
    worker.unref();
    this.#waiting = { worker, end: setTimeout(forget, this.limit).unref() };
  }
}

/** Not all listeners: two are Node's own, without which it hears no more messages. */
function silence(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
