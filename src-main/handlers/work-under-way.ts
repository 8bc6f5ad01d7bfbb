/** Work that a person waits for, such as an export or an import: one at a time, stopped on request. */
import { ExpectedFailure } from '../domain/base/result.js';

export class WorkUnderWay {
  #current: AbortController | null = null;

  /**
   * @param ending stops whatever is under way.
   * @param cancelled the sentence for whoever waits for work that was cancelled.
   */
  constructor(
    private readonly ending: AbortSignal,
    private readonly cancelled: string
  ) {}

  /** Stops the one before it. The signal's reason is an `ExpectedFailure`. */
  begin(): AbortSignal {
    this.cancel();
    this.#current = new AbortController();
    return AbortSignal.any([this.#current.signal, this.ending]);
  }

  /** Nothing happens where none is under way. */
  cancel(): void {
    this.#current?.abort(new ExpectedFailure('cancelled', this.cancelled));
    this.#current = null;
  }
}
