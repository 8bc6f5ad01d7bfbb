/** Numbers that look random and are the same in every run. */

export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** Whole, from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** Throws when there is nothing to pick from. */
  readonly pick: <T>(from: readonly T[]) => T;
}

/** Mulberry32, by Tommy Ettinger, in the public domain. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)];
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  };
  return { next, below, pick };
}
