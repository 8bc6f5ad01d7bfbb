/** The passages that two texts share, to be read side by side. Pure. */
import { wordPlaces } from '../search/words.js';
import type { Range } from '../text/range.js';
import { runLength, runsOfWords } from './runs-of-words.js';

export interface SharedPassage {
  /** UTF-16 offsets in either text. */
  readonly one: Range;
  readonly other: Range;
  /** How long it is, in words of `one`. */
  readonly words: number;
}

/**
 * In the order of `one`. A passage goes on for as long as both texts do; of words that stand in
 * `other` more than once, the place that follows the passage before counts, else the first.
 */
export function sharedPassages(one: string, other: string): readonly SharedPassage[] {
  const { runs, counts } = runsOfWords(one);
  const theirs = runsOfWords(other).runs;
  const places = [...wordPlaces(one)];
  const otherPlaces = [...wordPlaces(other)];
  const byRun = new Map<number, number[]>();
  theirs.forEach((run, at) => {
    const known = byRun.get(run);
    if (known) known.push(at);
    else byRun.set(run, [at]);
  });
  const found: SharedPassage[] = [];
  let last = 0;
  for (let at = 0; at < runs.length;) {
    const candidates = byRun.get(runs[at] ?? 0);
    const start = candidates?.find((place) => place >= last) ?? candidates?.[0];
    if (start === undefined) {
      at++;
      continue;
    }
    let more = 1;
    while (runs[at + more] !== undefined && runs[at + more] === theirs[start + more]) more++;
    const words = more + runLength - 1;
    last = start + words;
    const range = rangeOf(places, at, words);
    const otherRange = rangeOf(otherPlaces, start, words);
    // What stands in quotation marks alone was not counted either.
    const isOwn = counts.subarray(at, at + words).some((is) => is === 1);
    if (range && otherRange && isOwn) found.push({ one: range, other: otherRange, words });
    at += words;
  }
  return found;
}

function rangeOf(places: readonly Range[], first: number, words: number): Range | null {
  const [from, to] = [places[first], places[first + words - 1]];
  return from && to ? { start: from.start, end: to.end } : null;
}
