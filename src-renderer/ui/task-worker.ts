/** A worker that does one task at a time, and is ended when one fails or takes too long. */

/** What of a worker it goes by. */
export type Port = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export class TaskWorker<Task, Answer> {
  #port: Port | null = null;
  /** Of the task under way. */
  #finish: ((answer: Answer | null, ends: boolean) => void) | null = null;

  constructor(
    /** For the first task, and for the next one after a worker was ended. */
    private readonly startWorker: () => Port,
    private readonly limitMs: number,
    /** What is answered instead: `message` is `null` when the task took too long. */
    private readonly onFault: (message: string | null, task: Task) => Answer
  ) {}

  get isBusy(): boolean {
    return this.#finish !== null;
  }

  /** Only while it is not busy. `settle` gets `null` when the task was given up. */
  run(task: Task, settle: (answer: Answer | null) => void): void {
    const port = (this.#port ??= this.startWorker());
    const finish = (answer: Answer | null, ends: boolean): void => {
      clearTimeout(limit);
      this.#finish = null;
      if (ends) this.#end();
      settle(answer);
    };
    const fail = (message: string | null) => finish(this.onFault(message, task), true);
    const limit = setTimeout(() => fail(null), this.limitMs);
    this.#finish = finish;
    port.onmessage = ({ data }: MessageEvent<Answer>) => finish(data, false);
    port.onerror = ({ message }) => fail(message || 'no worker');
    port.postMessage(task);
  }

  /** Nobody waits for the task under way any more. */
  giveUp(): void {
    this.#finish?.(null, true);
  }

  close(): void {
    this.giveUp();
    this.#end();
  }

  #end(): void {
    this.#port?.terminate();
    this.#port = null;
  }
}
