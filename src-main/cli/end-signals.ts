/** What the command line does when the system or its user tells it to end. */

/** @param exitCode is what a shell expects of the signal. */
type End = (exitCode: number) => void;

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
// By `exit`, so that what is half written is removed on the way out.
let end: End = (exitCode) => process.exit(exitCode);

export function heedEndSignals(): void {
  for (const [signal, number] of Object.entries(numbers)) {
    process.on(signal, () => end(128 + number));
  }
}

/** Ends by this while there is something else to end first. Returns what brings the former way back. */
export function endBy(other: End): () => void {
  const former = end;
  end = other;
  return () => (end = former);
}
