/** Finds blocks that were taken from one place and put, unchanged, in another: what no diff in order can. */
import type { Run } from './run.js';
import { cutTokens, Vocabulary } from './tokenise.js';
import { findUniqueGrams } from './unique-grams.js';

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
    const tokens = cutTokens(text, stretch.start, stretch.end, vocabulary);
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
