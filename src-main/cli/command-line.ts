/** A command on the streams of this process, which ends with its exit code. */
import { askSecret } from './ask-secret.js';
import { confirm } from './confirm.js';
import type { Io } from './command.js';
import { heedEndSignals } from './end-signals.js';
import { readLines } from './read-lines.js';
import { run } from './run.js';

export async function runCommandLine(
  args: readonly string[],
  surroundings: Pick<Io, 'err' | 'env' | 'folder' | 'program'>
): Promise<void> {
  // The reader has had enough, as in “standpoint list | head”.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  heedEndSignals();
  process.exitCode = await run(args, {
    ...surroundings,
    out: (text) => void process.stdout.write(`${text}\n`),
    lines: () => readLines(process.stdin),
    askSecret,
    confirm
  });
}
