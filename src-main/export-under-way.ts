/** The export that is under way: one at a time, told how far it is, stopped on request. */
import { ExpectedFailure } from './domain/result.js';

export class ExportUnderWay {
  #current: AbortController | null = null;

  /** @param ending stops whatever is under way. */
  constructor(private readonly ending: AbortSignal) {}

  /** Stops the one before it. The signal's reason is the sentence for whoever waits. */
  begin(): AbortSignal {
    this.cancel();
    this.#current = new AbortController();
    return AbortSignal.any([this.#current.signal, this.ending]);
  }

  /** Nothing happens where none is under way. */
  cancel(): void {
    this.#current?.abort(
      new ExpectedFailure(
        'cancelled',
        'The export was cancelled. Nothing was written, and what was there before is as it was.'
      )
    );
    this.#current = null;
  }
}
