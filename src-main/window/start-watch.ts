/** Says what a start waits for when that takes long: one that hangs would leave no word of it. */

/** Far longer than a busy machine takes, in ms. */
const patience = 30_000;

export interface StartWatch {
  /** @param what completes “Standpoint is still starting: it waits for …”. */
  waitFor(what: string): void;
  /** It has started. */
  end(): void;
}

export function watchStart(): StartWatch {
  const begun = Date.now();
  let awaited = '';
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - begun) / 1_000);
    console.error(
      `Standpoint is still starting after ${seconds} seconds: it waits for ${awaited}.`
    );
  }, patience);
  timer.unref();
  return {
    waitFor: (what) => void (awaited = what),
    end: () => clearInterval(timer)
  };
}
