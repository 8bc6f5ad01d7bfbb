/** What the command line does when the system or its user tells it to end. */

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

export function heedEndSignals(): void {
  for (const [signal, number] of Object.entries(numbers)) {
    // By `exit`, so that what is half written is removed on the way out; with the code that a shell expects.
    process.on(signal, () => process.exit(128 + number));
  }
}
