import { vi } from 'vitest';

/**
 * Waits for an event that a test cannot be told of: until `check` throws no more. Returns what it returns.
 * By itself `vi.waitFor` gives up after a second, in which a busy machine may not have come to anything;
 * this one ends only what hangs.
 * @template T
 * @param {() => T | Promise<T>} check
 * @returns {Promise<T>}
 */
export function until(check) {
  return vi.waitFor(check, { timeout: 60_000 });
}
