/** A text as the runs of words that a copy of it would share. Pure. */
import { wordPlaces } from '../search/words.js';
import { hashOfWord } from '../text/hash-word.js';

/**
 * Words in a run. Two reporters who tell of one event share names and fixed phrases; runs of this
 * length outside of quotations they hardly share.
 */
export const runLength = 5;

/** A text with fewer words than this outside of its quotations counts whole. */
const fewest = 40;
/** UTF-16 units beyond which a quotation left open is a stray mark. */
const quotation = /[“„«"][^“”„«»"\n]{1,1500}[”“»"]/g;

export interface RunsOfWords {
  /** By the place of its first word; one number for equal runs of words, with a chance of 1 in 4 billion for others. */
  readonly runs: Uint32Array;
  /** The same numbers in order, each once. */
  readonly sorted: Uint32Array;
  /** 1 for a word that counts: what a speaker said can be quoted by anybody, and does not. */
  readonly counts: Uint8Array;
  /** How many words count. */
  readonly words: number;
}

export function runsOfWords(text: string): RunsOfWords {
  const hashes: number[] = [];
  const quoted: boolean[] = [];
  const quotations = text.matchAll(quotation);
  let next = quotations.next();
  for (const { word, start } of wordPlaces(text)) {
    while (!next.done && next.value.index + next.value[0].length <= start) next = quotations.next();
    quoted.push(!next.done && next.value.index <= start);
    hashes.push(hashOfWord(word));
  }
  const own = quoted.filter((is) => !is).length;
  const whole = own < fewest;
  const runs = new Uint32Array(Math.max(0, hashes.length - runLength + 1));
  for (let i = 0; i < runs.length; i++) runs[i] = hashOfRun(hashes, i);
  const sorted = runs.slice().sort();
  let length = 0;
  for (const run of sorted) if (length === 0 || sorted[length - 1] !== run) sorted[length++] = run;
  return {
    runs,
    sorted: sorted.slice(0, length),
    counts: Uint8Array.from(quoted, (is) => (whole || !is ? 1 : 0)),
    words: whole ? hashes.length : own
  };
}

/** The run that begins with the word `at`; for another run the same with a chance of 1 in 4 billion. */
export function hashOfRun(words: readonly number[], at: number): number {
  let hash = 0;
  for (let i = at; i < at + runLength; i++) hash = mix(hash, words[i] ?? 0);
  return hash;
}

/** One round of MurmurHash3: https://github.com/aappleby/smhasher */
function mix(hash: number, word: number): number {
  const scrambled = Math.imul(Math.imul(word, 0xcc9e2d51) ^ (word >>> 15), 0x1b873593);
  const turned = hash ^ scrambled;
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) >>> 0;
}
