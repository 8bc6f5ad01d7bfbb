/** Finds blocks that were taken from one place and put, unchanged, in another: what no diff in order can. */
import type { Run } from './run.js';
import { cutTokens, endOfWord, Vocabulary } from './tokenise.js';
import { findUniqueGrams } from './diff-sequences.js';
import { alignTexts } from './align-texts.js';
import type { Range } from '../text/range.js';

/** Tokens (spaces and signs too) that must be equal and unique for a block to count as the same one. */
const gramLength = 8;
const leastWords = 5;
/** Shorter unmatched stretches cannot hold such a block. */
const leastLength = 20;

/** Blocks among what `runs` leave unmatched; in no order. */
export function findMoves(before: string, after: string, runs: readonly Run[]): readonly Run[] {
  const vocabulary = new Vocabulary();
  const from = cutUnmatched(
    before,
    stretchesBetween(runs, 'before', before.length),
    vocabulary,
    -1
  );
  const to = cutUnmatched(after, stretchesBetween(runs, 'after', after.length), vocabulary, -2);
  const taken = {
    from: new Uint8Array(from.numbers.length),
    to: new Uint8Array(to.numbers.length)
  };
  const moves: Run[] = [];
  const everything = {
    beforeFrom: 0,
    beforeTo: from.numbers.length,
    afterFrom: 0,
    afterTo: to.numbers.length
  };
  for (const gram of findUniqueGrams(from.numbers, to.numbers, everything, gramLength)) {
    if (overlaps(taken.from, gram.before) || overlaps(taken.to, gram.after)) continue;
    const move = extend(gram);
    taken.from.fill(1, move.before, move.before + move.length);
    taken.to.fill(1, move.after, move.after + move.length);
    const start = from.starts[move.before] ?? 0;
    const end = from.ends[move.before + move.length - 1] ?? start;
    if (countWords(before.slice(start, end)) < leastWords) continue;
    moves.push({ before: start, after: to.starts[move.after] ?? 0, length: end - start });
  }
  return moves;

  function extend({ before: i, after: j, length }: Run): Run {
    let [start, end] = [0, length];
    while (canTake(i + start - 1, j + start - 1)) start--;
    while (canTake(i + end, j + end)) end++;
    return { before: i + start, after: j + start, length: end - start };
  }

  function canTake(i: number, j: number): boolean {
    const number = from.numbers[i];
    return number !== undefined && number === to.numbers[j] && !taken.from[i] && !taken.to[j];
  }
}

/** Blocks are no shorter than a gram, so one that overlaps it covers one of its ends. */
function overlaps(taken: Uint8Array, gramStart: number): boolean {
  return taken[gramStart] === 1 || taken[gramStart + gramLength - 1] === 1;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function stretchesBetween(
  runs: readonly Run[],
  side: 'before' | 'after',
  textLength: number
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const run of runs) {
    stretches.push({ start, end: run[side] });
    start = run[side] + run.length;
  }
  stretches.push({ start, end: textLength });
  return stretches.filter((stretch) => stretch.end - stretch.start >= leastLength);
}

/** One row of tokens; `border` stands between two stretches and equals nothing on the other side. */
function cutUnmatched(
  text: string,
  stretches: readonly Stretch[],
  vocabulary: Vocabulary,
  border: number
) {
  const numbers: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const stretch of stretches) {
    const tokens = cutTokens(endOfWord, text, stretch.start, stretch.end, vocabulary);
    for (let i = 0; i < tokens.numbers.length; i++) {
      numbers.push(tokens.numbers[i] ?? border);
      starts.push(tokens.starts[i] ?? 0);
      ends.push(tokens.starts[i + 1] ?? 0);
    }
    numbers.push(border);
    starts.push(stretch.end);
    ends.push(stretch.end);
  }
  return { numbers: Int32Array.from(numbers), starts, ends };
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/**
 * Finds what survived beside a moved block: the rest of a paragraph that was moved and edited, which
 * is too short or too much changed to be found as a block of its own.
 */

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
