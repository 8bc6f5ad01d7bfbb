/**
 * Drops equalities inside rewritten text that are chance ("the", a comma) rather than survival: a run
 * no longer than what changed on either side of it. The rule of diff-match-patch's semantic clean-up,
 * https://github.com/google/diff-match-patch.
 */
import type { Run } from './run.js';

export function dropChanceRuns(
  runs: readonly Run[],
  beforeLength: number,
  afterLength: number
): readonly Run[] {
  const kept: Run[] = [];
  const end: Run = { before: beforeLength, after: afterLength, length: 0 };
  for (const next of [...runs, end]) {
    // Dropping one run widens the change that the run before it borders on.
    for (let last = kept.at(-1); last; last = kept.at(-1)) {
      const changedBefore = changeBetween(kept.at(-2), last);
      const changedAfter = changeBetween(last, next);
      if (last.length > changedBefore || last.length > changedAfter) break;
      kept.pop();
    }
    if (next !== end) kept.push(next);
  }
  return kept;
}

/** Units of the larger side: what was removed or what was inserted. */
function changeBetween(first: Run | undefined, second: Run): number {
  const beforeEnd = first ? first.before + first.length : 0;
  const afterEnd = first ? first.after + first.length : 0;
  return Math.max(second.before - beforeEnd, second.after - afterEnd);
}
