/**
 * Finds what survived beside a moved block: the rest of a paragraph that was moved and edited, which
 * is too short or too much changed to be found as a block of its own.
 */
import { alignTexts } from './align-texts.js';
import type { Range } from '../text/range.js';
import type { Run } from './run.js';

/** Units beside a block in which to look; a paragraph's end comes before. */
const reach = 600;

/** Runs beside `moves`, between them and the next of all `runs` on both sides; in no order. */
export function followMoves(
  before: string,
  after: string,
  kept: readonly Run[],
  moves: readonly Run[]
): readonly Run[] {
  if (moves.length === 0) return [];
  const free = {
    before: freeStretches([...kept, ...moves], 'before', before.length),
    after: freeStretches([...kept, ...moves], 'after', after.length)
  };
  const found: Run[] = [];
  for (const move of moves) {
    match(
      take(free.before, move.before + move.length, 1, before),
      take(free.after, move.after + move.length, 1, after)
    );
    match(take(free.before, move.before, -1, before), take(free.after, move.after, -1, after));
  }
  return found;

  function match(from: Range, to: Range): void {
    const shift = (run: Run): Run => ({
      before: run.before + from.start,
      after: run.after + to.start,
      length: run.length
    });
    const runs = alignTexts(before.slice(from.start, from.end), after.slice(to.start, to.end));
    found.push(...runs.map(shift));
  }
}

/** Stretches between runs, by where they start and by where they end. Each is used once. */
interface Free {
  readonly startingAt: Map<number, Range>;
  readonly endingAt: Map<number, Range>;
}

function freeStretches(runs: readonly Run[], side: 'before' | 'after', length: number): Free {
  const startingAt = new Map<number, Range>();
  const endingAt = new Map<number, Range>();
  let start = 0;
  for (const run of [...runs].sort((a, b) => a[side] - b[side])) {
    put(start, run[side]);
    start = run[side] + run.length;
  }
  put(start, length);
  return { startingAt, endingAt };

  function put(from: number, to: number): void {
    if (from >= to) return;
    const range = { start: from, end: to };
    startingAt.set(from, range);
    endingAt.set(to, range);
  }
}

/** What is free on one side of `at`, up to the paragraph's end. */
function take(free: Free, at: number, side: 1 | -1, text: string): Range {
  const range = (side > 0 ? free.startingAt : free.endingAt).get(at);
  if (!range) return { start: at, end: at };
  free.startingAt.delete(range.start);
  free.endingAt.delete(range.end);
  const { start, end } = range;
  if (side > 0) {
    const feed = text.indexOf('\n', start);
    return { start, end: Math.min(end, start + reach, feed < 0 ? end : feed + 1) };
  }
  const feed = text.lastIndexOf('\n', end - 2);
  return { start: Math.max(start, end - reach, feed + 1), end };
}
