/**
 * The two sizes of a test that tries many cases. `npm test` tries the usual number of them. With
 * `STANDPOINT_THOROUGH=1`, as `npm run test:rest` sets it, a test tries its full number.
 *
 * Whatever imports this module has two sizes, and is run again by `npm run test:rest` (`two-sized.mjs`).
 */

/** Whether this run tries everything. */
export const isFullSize = process.env.STANDPOINT_THOROUGH === '1';

/**
 * Chooses between the two sizes: a number of runs, a list of cases, or a time limit.
 * The usual one must still find what the test is there to find.
 * @template Usual
 * @template [Full=Usual]
 * @param {{ usual: Usual, full: Full }} sizes
 * @returns {Usual | Full}
 */
export function bySize({ usual, full }) {
  return isFullSize ? full : usual;
}
