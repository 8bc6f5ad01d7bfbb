/**
 * The system tells the program to end, as at a log-out: what is being written is finished or undone,
 * nobody is asked, and all of it takes seconds.
 */
import { ExpectedFailure } from '../domain/base/result.js';

export interface Ending {
  /** Aborts when the program has been told; its reason is a sentence for whoever waits. */
  readonly signal: AbortSignal;
  /** Resolves so many milliseconds after that; never, if the program is not told. */
  after(milliseconds: number): Promise<void>;
}

/** Milliseconds for all of it. What is not done by then, the next start puts in order. */
const longest = 8_000;

/** @param quit begins to close the windows. @param exit ends the program without a question. */
export function listenForEnding(quit: () => void, exit: (code: number) => void): Ending {
  const told = new AbortController();
  const { signal } = told;
  const ending: Ending = {
    signal,
    after: (milliseconds) =>
      new Promise((resolve) => {
        const wait = () => setTimeout(resolve, milliseconds).unref();
        if (signal.aborted) wait();
        else signal.addEventListener('abort', wait, { once: true });
      })
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(name, () => {
      // Whoever asks twice means it.
      if (signal.aborted) return exit(1);
      told.abort(
        new ExpectedFailure('ended', 'Standpoint was told to end, so this was not finished.')
      );
      quit();
    });
  }
  void ending.after(longest).then(() => exit(1));
  return ending;
}
