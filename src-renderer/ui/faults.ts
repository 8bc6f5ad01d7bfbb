/**
 * Faults of the program in the page: told to whoever keeps the log, and put into words that a person
 * can copy into a report. A fault names what failed and where in the code, and no text of a briefing
 * but what the engine itself puts into a message.
 */

export interface Fault {
  /** What the person had in front of them, such as “Suggestions”. */
  readonly where: string;
  readonly message: string;
  /** Empty where the engine gives none. */
  readonly stack: string;
  /** ISO 8601. */
  readonly at: string;
}

type Listener = (fault: Fault) => void;
let listener: Listener = () => undefined;
let program = 'Standpoint';

/** Whoever keeps the log. */
export function sendFaultsTo(next: Listener): void {
  listener = next;
}

/** Name, version and system, for reports. */
export function nameProgram(name: string): void {
  program = name;
}

/** Has the fault logged, and returns it for a report. */
export function reportFault(where: string, error: unknown, now = new Date()): Fault {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const fault = { where, message, stack: stack ?? '', at: now.toISOString() };
  console.error(`${where}:`, error);
  listener(fault);
  return fault;
}

/** Whether a part of the program is not where it was when the window opened. The words are Chromium's and Vite's. */
export function isPartGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    /Failed to fetch dynamically imported module|Unable to preload CSS/.test(error.message)
  );
}

/** What a person is asked to send along. */
export function reportText({ where, message, stack, at }: Fault): string {
  // Chromium's stacks begin with the message.
  const what = stack.includes(message) ? stack : `${message}\n${stack}`;
  return `${program}\n${at}\n${where}: ${what}`.trim();
}
