/**
 * A limit of time for work that another process or thread does, which only what hangs is to meet. Two
 * things keep it off work that is merely slow: every sign of progress begins it anew, and where many
 * processes wait for each processor it runs as much slower as the work does.
 */
import { availableParallelism, loadavg } from 'node:os';

interface Patience {
  /** A sign of progress. */
  readonly renew: () => void;
  /** Nothing happens any more. */
  readonly end: () => void;
}

/** How often it is looked how busy the machine is, in ms. */
const step = 1_000;

/**
 * Calls `onOver` once, after `limit` ms of a machine with nothing else to do without a sign of progress.
 * `waiting` says how many processes there are for each processor; a system that does not know says 0.
 */
export function startPatience(
  limit: number,
  onOver: () => void,
  waiting: () => number = processesPerProcessor
): Patience {
  let spent = 0;
  const timer = setInterval(() => {
    // By steps, not by the clock: a machine that slept has done no work meanwhile.
    spent += step / Math.max(1, waiting());
    if (spent < limit) return;
    clearInterval(timer);
    onOver();
  }, step);
  return { renew: () => (spent = 0), end: () => clearInterval(timer) };
}

/** Over the last minute. The work itself is one of them. */
function processesPerProcessor(): number {
  return (loadavg()[0] ?? 0) / availableParallelism();
}
