/** Lets jobs on the same thing run one after the other, and jobs on different things side by side. */

export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `job` once every earlier job on `key` has ended, however it ended. */
  run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(key) ?? Promise.resolve()).then(job, job);
    this.#last.set(key, mine);
    const forget = () => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  }

  /** Resolves once nothing runs or waits. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.allSettled(this.#last.values());
  }
}
