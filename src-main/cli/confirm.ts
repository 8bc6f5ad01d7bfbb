/** Asks a question at the terminal that is answered by yes or no. */
import { createInterface } from 'node:readline/promises';
import type { ReadStream } from 'node:tty';

/** “No” unless the answer begins with a y; `null` where nobody sits at a terminal. Ctrl+C ends the program. */
export async function confirm(
  question: string,
  input: ReadStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr
): Promise<boolean | null> {
  if (!input.isTTY) return null;
  const terminal = createInterface({ input, output });
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return /^\s*y/iu.test(await terminal.question(`${question} [y/N] `));
  } finally {
    terminal.close();
  }
}
