/** What two texts have in common, in runs of words: where so many follow one another, they were copied. Pure. */
import { searchWords } from '../search/words.js';

/** Words in a run. Texts that have nothing to do with one another share hardly any of this length. */
const runLength = 5;

export interface Passages {
  /** One number for each word, in their order. */
  readonly words: readonly number[];
  /** One number for each run of words; for another run the same by a chance of one in billions. */
  readonly runs: ReadonlySet<number>;
}

export function passagesIn(text: string): Passages {
  return withRuns(searchWords(text).map(hashOf));
}

function withRuns(words: readonly number[]): Passages {
  const runs = new Set<number>();
  for (let i = 0; i + runLength <= words.length; i++) {
    let hash = 0;
    for (let j = i; j < i + runLength; j++) hash = mix(hash, words[j] ?? 0);
    runs.add(hash);
  }
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

/** FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** One round of MurmurHash3: https://github.com/aappleby/smhasher */
function mix(hash: number, word: number): number {
  const scrambled = Math.imul(Math.imul(word, 0xcc9e2d51) ^ (word >>> 15), 0x1b873593);
  const turned = hash ^ scrambled;
  return Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64;
}
