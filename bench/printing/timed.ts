/** Runs a program to its end and says what that took, with all the programs that it started. */
import { spawnSync } from 'node:child_process';

export interface Taken {
  /** Seconds by the clock, and of all processors. */
  readonly wall: number;
  readonly cpu: number;
}

/** Throws when the program fails; the message ends with what it said. */
export function timed(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {}
): Taken {
  // bash counts the time of processes that have ended and were waited for, Chromium's included.
  const ended = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%R %U %S"; time "$0" "$@" >&2', command, ...args],
    { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1 << 26 }
  );
  const times = /([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(ended.stderr);
  if (ended.status !== 0 || !times) throw new Error(`${command}: ${ended.stderr.slice(-600)}`);
  const [wall = 0, user = 0, system = 0] = times.slice(1).map(Number);
  return { wall, cpu: user + system };
}
