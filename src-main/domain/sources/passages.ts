/** What two texts have in common, in runs of words: where so many follow one another, they were copied. Pure. */
import { hashOfRun, runLength } from '../origins/runs-of-words.js';
import { hashOfWord } from '../text/hash-word.js';
import { searchWords } from '../search/words.js';

export interface Passages {
  /** One number for each word, in their order. */
  readonly words: readonly number[];
  /** One number for each run of words; for another run the same by a chance of one in billions. */
  readonly runs: ReadonlySet<number>;
}

export function passagesIn(text: string): Passages {
  return withRuns(searchWords(text).map(hashOfWord));
}

function withRuns(words: readonly number[]): Passages {
  const runs = new Set<number>();
  for (let i = 0; i + runLength <= words.length; i++) runs.add(hashOfRun(words, i));
  return { words, runs };
}

/** Runs that both have. */
export function sharedRuns(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size > other.size) return sharedRuns(other, one);
  let shared = 0;
  for (const run of one) if (other.has(run)) shared += 1;
  return shared;
}

/** Both without the words with which both begin, and those with which both end. */
export function withoutSharedEnds(one: Passages, other: Passages): readonly [Passages, Passages] {
  const [a, b] = [one.words, other.words];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [withRuns(a.slice(head, a.length - tail)), withRuns(b.slice(head, b.length - tail))];
}
