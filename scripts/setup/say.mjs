/** How the scripts speak: on stderr, so that stdout stays for results. */

/** The person has to do something first: one sentence, and the exit code that goes with it. */
export class SetupFailure extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode 3 when something must be installed by hand, else 1
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Runs a script to its end: its result is the exit code, a SetupFailure becomes a sentence, and a
 * bug keeps its stack.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
}
