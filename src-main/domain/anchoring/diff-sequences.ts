/**
 * Finds what two sequences of numbers have in common, in order.
 *
 * What occurs exactly once in each is matched first, long stretches before short ones (as patience
 * diff does with lines); Myers' algorithm fills the gaps. That is near linear on long texts and not
 * misled by what repeats.
 */
import { diffByMyers } from './myers.js';
import { addRun, type Gap, type Run } from './run.js';
import { findUniqueGrams, longestIncreasing } from './unique-grams.js';

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
      const grams = longestIncreasing(findUniqueGrams(before, after, gap, length));
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
