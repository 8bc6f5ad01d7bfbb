/**
 * Finds what two sequences of numbers have in common, in order.
 *
 * What occurs exactly once in each is matched first, long stretches before short ones (as patience
 * diff does with lines); Myers' algorithm fills the gaps. That is near linear on long texts and not
 * misled by what repeats.
 */
import { longestRise } from '../base/longest-rise.js';
import { addRun, type Gap, type Run } from './run.js';

/** Entries in a gap up to which Myers' algorithm is tried at once: its cost can grow with the square. */
const smallGap = 600;
/** Insertions and removals at which a gap is given up as rewritten. */
const maxDifferences = 1_000;

/** Runs in the order of both sequences. `gramLengths`: of unique stretches, from long to short. */
export function diffSequences(
  before: Int32Array,
  after: Int32Array,
  gramLengths: readonly number[]
): readonly Run[] {
  const runs: Run[] = [];
  match({ beforeFrom: 0, beforeTo: before.length, afterFrom: 0, afterTo: after.length }, 0);
  return runs;

  function match(gap: Gap, gramIndex: number): void {
    const inner = trimEqualEnds(before, after, gap);
    add(gap.beforeFrom, gap.afterFrom, inner.beforeFrom - gap.beforeFrom);
    if (inner.beforeFrom < inner.beforeTo && inner.afterFrom < inner.afterTo) {
      matchInner(inner, gramIndex);
    }
    add(inner.beforeTo, inner.afterTo, gap.beforeTo - inner.beforeTo);
  }

  function matchInner(gap: Gap, gramIndex: number): void {
    const size = gap.beforeTo - gap.beforeFrom + gap.afterTo - gap.afterFrom;
    if (size <= smallGap) return matchByMyers(gap, size);
    for (let index = gramIndex; index < gramLengths.length; index++) {
      const length = gramLengths[index] ?? 1;
      const grams = longestRise(findUniqueGrams(before, after, gap, length), (run) => run.after);
      if (grams.length > 0) return matchAround(grams, gap, index);
    }
    matchByMyers(gap, maxDifferences);
  }

  function matchAround(grams: readonly Run[], gap: Gap, gramIndex: number): void {
    let { beforeFrom, afterFrom } = gap;
    for (const gram of grams) {
      // Two grams may overlap, and by different amounts on the two sides.
      if (gram.before < beforeFrom || gram.after < afterFrom) continue;
      const between = { beforeFrom, beforeTo: gram.before, afterFrom, afterTo: gram.after };
      match(between, gramIndex);
      beforeFrom = gram.before + gram.length;
      afterFrom = gram.after + gram.length;
      const rest = trimEqualEnds(before, after, { ...gap, beforeFrom, afterFrom });
      add(gram.before, gram.after, rest.beforeFrom - gram.before);
      ({ beforeFrom, afterFrom } = rest);
    }
    match({ ...gap, beforeFrom, afterFrom }, gramIndex + 1);
  }

  function matchByMyers(gap: Gap, limit: number): void {
    for (const run of diffByMyers(before, after, gap, limit) ?? []) addRun(runs, run);
  }

  function add(beforeAt: number, afterAt: number, length: number): void {
    addRun(runs, { before: beforeAt, after: afterAt, length });
  }
}

function trimEqualEnds(before: Int32Array, after: Int32Array, gap: Gap): Gap {
  let { beforeFrom, beforeTo, afterFrom, afterTo } = gap;
  while (beforeFrom < beforeTo && afterFrom < afterTo && before[beforeFrom] === after[afterFrom]) {
    beforeFrom++;
    afterFrom++;
  }
  while (
    beforeFrom < beforeTo &&
    afterFrom < afterTo &&
    before[beforeTo - 1] === after[afterTo - 1]
  ) {
    beforeTo--;
    afterTo--;
  }
  return { beforeFrom, beforeTo, afterFrom, afterTo };
}

/** Myers' greedy difference algorithm, https://doi.org/10.1007/BF01840446. */

/**
 * The runs of a shortest edit script within `gap`, in order; `null` when it needs more than
 * `maxDifferences` insertions and removals. Written for typed arrays: a general library for
 * differences took four to ten times as long on the gaps that texts have.
 */
function diffByMyers(
  before: Int32Array,
  after: Int32Array,
  gap: Gap,
  maxDifferences: number
): readonly Run[] | null {
  const width = gap.beforeTo - gap.beforeFrom;
  const height = gap.afterTo - gap.afterFrom;
  const limit = Math.min(width + height, maxDifferences);
  // How far into `before` each diagonal (before minus after) has come, shifted so that all are positive.
  const shift = limit + 1;
  const reached = new Int32Array(2 * limit + 3);
  const history: Int32Array[] = [];

  for (let differences = 0; differences <= limit; differences++) {
    history.push(reached.slice(shift - differences - 1, shift + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const at = shift + diagonal;
      const below = reached[at - 1] ?? 0;
      const above = reached[at + 1] ?? 0;
      const inserts = comesByInsertion(diagonal, differences, below, above);
      let x = inserts ? above : below + 1;
      let y = x - diagonal;
      while (x < width && y < height && before[gap.beforeFrom + x] === after[gap.afterFrom + y]) {
        x++;
        y++;
      }
      reached[at] = x;
      if (x >= width && y >= height) return traceBack(history, gap);
    }
  }
  return null;
}

function comesByInsertion(
  diagonal: number,
  differences: number,
  below: number,
  above: number
): boolean {
  return diagonal === -differences || (diagonal !== differences && below < above);
}

function traceBack(history: readonly Int32Array[], gap: Gap): readonly Run[] {
  const runs: Run[] = [];
  let x = gap.beforeTo - gap.beforeFrom;
  let y = gap.afterTo - gap.afterFrom;
  const addUpTo = (from: number, diagonal: number) => {
    if (x <= from) return;
    runs.push({
      before: gap.beforeFrom + from,
      after: gap.afterFrom + from - diagonal,
      length: x - from
    });
  };
  for (let differences = history.length - 1; differences > 0; differences--) {
    const reached = history[differences];
    const diagonal = x - y;
    const middle = differences + 1 + diagonal;
    const below = reached?.[middle - 1] ?? 0;
    const above = reached?.[middle + 1] ?? 0;
    const inserted = comesByInsertion(diagonal, differences, below, above);
    addUpTo(inserted ? above : below + 1, diagonal);
    x = inserted ? above : below;
    y = x - (inserted ? diagonal + 1 : diagonal - 1);
  }
  addUpTo(0, 0);
  return runs.reverse();
}

/** Finds what occurs exactly once in each of two sequences: the surest sign that it is the same. */
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
