/** Finds what occurs exactly once in each of two sequences: the surest sign that it is the same. */
import type { Gap, Run } from './run.js';

interface Sighting {
  readonly before: number;
  after: number;
  timesBefore: number;
  timesAfter: number;
}

/** Grams of `length` entries that are unique on both sides of the gap, by their place in `before`. */
export function findUniqueGrams(
  before: Int32Array,
  after: Int32Array,
  gap: Gap,
  length: number
): readonly Run[] {
  const sightings = new Map<number, Sighting>();
  for (let i = gap.beforeFrom; i + length <= gap.beforeTo; i++) {
    const key = hash(before, i, length);
    const known = sightings.get(key);
    if (known) known.timesBefore++;
    else sightings.set(key, { before: i, after: -1, timesBefore: 1, timesAfter: 0 });
  }
  for (let j = gap.afterFrom; j + length <= gap.afterTo; j++) {
    const known = sightings.get(hash(after, j, length));
    if (!known) continue;
    known.timesAfter++;
    known.after = j;
  }
  const grams: Run[] = [];
  for (const { before: i, after: j, timesBefore, timesAfter } of sightings.values()) {
    if (timesBefore !== 1 || timesAfter !== 1) continue;
    if (equals(before, i, after, j, length)) grams.push({ before: i, after: j, length });
  }
  return grams;
}

/** The most of `runs`, ordered by `before`, that are in order of `after` too. */
export function longestIncreasing(runs: readonly Run[]): readonly Run[] {
  // ends[n]: index of the run with the smallest `after` that ends an increasing row of n + 1.
  const ends: number[] = [];
  const previous: number[] = [];
  runs.forEach((run, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[ends[middle] ?? 0]?.after ?? 0) < run.after) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = index;
  });
  const chosen: Run[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const run = runs[index];
    if (run) chosen.push(run);
  }
  return chosen.reverse();
}

function hash(numbers: Int32Array, from: number, length: number): number {
  let value = 17;
  for (let i = from; i < from + length; i++) {
    value = (Math.imul(value, 1_000_003) ^ (numbers[i] ?? 0)) | 0;
  }
  return value;
}

function equals(a: Int32Array, i: number, b: Int32Array, j: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (a[i + k] !== b[j + k]) return false;
  return true;
}
