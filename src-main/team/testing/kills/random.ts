/** Chance that comes out the same for the same seed. Pure. */

export interface Chance {
  /** From 0 up to 1. */
  (): number;
}

/** mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Throws for an empty list. */
export function oneOf<T>(chance: Chance, all: readonly T[]): T {
  if (all.length === 0) throw new Error('There is nothing to choose from');
  return all[Math.floor(chance() * all.length)]!;
}

/** A whole number from `from` to `to`. */
export function between(chance: Chance, from: number, to: number): number {
  return from + Math.floor(chance() * (to - from + 1));
}
