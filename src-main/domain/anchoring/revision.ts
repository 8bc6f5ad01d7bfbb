/** Two versions of a text and what they have in common, worked out when first asked for. */
import { firstIndexWhere } from '../base/by-halves.js';
import { alignTexts } from './align-texts.js';
import { findMoves, followMoves } from './find-moves.js';
import type { Range } from '../text/range.js';
import type { Run } from './run.js';

export class Revision {
  #runs: readonly Run[] | null = null;
  #kept: readonly Run[] | null = null;
  #surviving: readonly Run[] | null = null;
  #byAfter: readonly Run[] | null = null;

  constructor(
    readonly before: string,
    readonly after: string
  ) {}

  /** Everything equal, in the order of both texts, also by chance. */
  get runs(): readonly Run[] {
    return (this.#runs ??= alignTexts(this.before, this.after));
  }

  /** What survived at its place: without equalities by chance. */
  get kept(): readonly Run[] {
    return (this.#kept ??= dropChanceRuns(this.runs, this.before.length, this.after.length));
  }

  /** What survived, at its place or moved as a block; by its place in `before`. */
  get surviving(): readonly Run[] {
    if (this.#surviving) return this.#surviving;
    const { before, after, kept } = this;
    const moves = findMoves(before, after, kept);
    const beside = followMoves(before, after, kept, moves);
    this.#surviving = [...kept, ...moves, ...beside].sort((a, b) => a.before - b.before);
    return this.#surviving;
  }

  /** Where a stretch of `after` mostly comes from, as a place in `before`; `null`: it is new text. */
  originOf({ start, end }: Range): number | null {
    const runs = (this.#byAfter ??= [...this.surviving].sort((a, b) => a.after - b.after));
    let covered = 0;
    let origin: number | null = null;
    for (let i = firstEndingAfter(runs, 'after', start); i < runs.length; i++) {
      const run = runs[i];
      if (!run || run.after >= end) break;
      covered += Math.min(run.after + run.length, end) - Math.max(run.after, start);
      origin ??= run.before + Math.max(0, start - run.after);
    }
    return covered > 0.6 * (end - start) ? origin : null;
  }

  /**
   * Where the borders of a stretch of `before` lie now. What replaced a stretch that ends or begins at
   * a border counts as inside; a border within a replaced stretch moves past it, so that `start` can
   * come to lie behind `end`: then nothing stands in its place.
   */
  followBorders({ start, end }: Range): Range {
    return { start: this.#follow(start, 'start'), end: this.#follow(end, 'end') };
  }

  #follow(at: number, border: 'start' | 'end'): number {
    const index = firstEndingAfter(this.runs, 'before', at);
    const next = this.runs[index];
    const last = this.runs[index - 1];
    const isStart = border === 'start';
    if (next && next.before <= at && (next.before < at || isStart)) {
      return next.after + at - next.before;
    }
    const changeStart = last ? last.before + last.length : 0;
    const changeEnd = next ? next.before : this.before.length;
    const afterStart = last ? last.after + last.length : 0;
    const afterEnd = next ? next.after : this.after.length;
    const replaces = changeEnd > changeStart;
    if (isStart) return replaces && at === changeStart ? afterStart : afterEnd;
    return replaces && at === changeEnd ? afterEnd : afterStart;
  }

  /** Where a stretch that did not survive stood: behind what survived before it. */
  placeOf({ start }: Range): number {
    const last = this.kept[firstEndingAfter(this.kept, 'before', start) - 1];
    return last ? last.after + last.length : 0;
  }
}

/** Index of the first run, of runs ordered by `side`, that ends after `at`. */
export function firstEndingAfter(
  runs: readonly Run[],
  side: 'before' | 'after',
  at: number
): number {
  return firstIndexWhere(runs.length, (index) => runs[index]![side] + runs[index]!.length > at);
}

/**
 * Drops equalities inside rewritten text that are chance ("the", a comma) rather than survival: a run
 * no longer than what changed on either side of it. The rule of diff-match-patch's semantic clean-up,
 * https://github.com/google/diff-match-patch.
 */
function dropChanceRuns(
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
