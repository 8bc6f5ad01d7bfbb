/** How long to wait before something that failed is tried again. Pure. */

const first = 500;
const most = 60_000;

/**
 * Milliseconds. Twice as long at each failure, up to a minute, and by half of it at random, so that all
 * who lost one server do not come back in the same moment.
 *
 * @param failures in a row, from 1
 * @param random from 0 to 1
 */
export function backOff(failures: number, random = Math.random()): number {
  const pause = Math.min(most, first * 2 ** Math.min(failures - 1, 16));
  return Math.round(pause * (0.5 + random / 2));
}
