/**
 * Runs a program to its end and says what that took by the clock. Its processors' time would be
 * fairer, but a Chromium that is killed at the end takes the time of its own processes along.
 */
import { spawnSync } from 'node:child_process';

/** Seconds. Throws when the program fails; the message ends with what it said. */
export function timed(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {}
): number {
  const begun = performance.now();
  const ended = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26
  });
  if (ended.status !== 0) throw new Error(`${command}: ${ended.stderr.slice(-600)}`);
  return (performance.now() - begun) / 1_000;
}
