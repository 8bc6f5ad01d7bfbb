/** Finds a quote in a text that may have changed, when nothing but its selectors is known. */
import type { Selectors } from '../briefing/annotation.js';
import { type Range, splitsPair } from '../text/range.js';
import search from 'approx-string-match';

/** Units below which too much is similar to a quote by chance. */
const shortestSimilar = 16;

/**
 * Where the quote stands in `text` now; `null` when no place is certain: the annotation is then an
 * orphan, shown as such and kept. Ambiguity counts as uncertain.
 */
export function locate(text: string, { quote, position }: Selectors): Range | null {
  const exact = findExact(quote, text);
  const unmoved = exact.find((candidate) => candidate.start === position?.start);
  // Ahead of a better context elsewhere: nothing but the surroundings changed.
  if (unmoved && unmoved.context >= 0.8) return rangeOf(unmoved);
  const words = countWords(quote.exact);
  const best = pickClear(exact);
  if (best && best.context >= neededContext(words)) return rangeOf(best);
  if (exact.length > 0 || quote.exact.length < shortestSimilar) return null;
  const similar = pickClear(findSimilar(quote, text));
  if (!similar) return null;
  const speaksForItself = words >= 10 && similar.errors <= 0.15;
  return similar.context >= 0.5 || speaksForItself ? rangeOf(similar) : null;
}

/** Without the old text more is asked of the context than when carrying. */
function neededContext(words: number): number {
  if (words >= 8) return 0;
  return words >= 4 ? 0.4 : 0.65;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

/** Names a stretch of text so that it can be found again, also after the text was changed elsewhere. */

/** UTF-16 units kept of what stands before and after a quote. */
const contextLength = 64;

/**
 * Selectors of `text.slice(start, end)`, which https://www.w3.org/TR/annotation-model/#selectors
 * defines. A border that would split a surrogate pair moves outwards in the quote, inwards in the
 * context. Throws for an empty stretch or one outside the text: a selection cannot yield either.
 */
export function describe(text: string, start: number, end: number): Selectors {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No text at ${start} to ${end} of ${text.length}`);
  }
  const from = splitsPair(text, start) ? start - 1 : start;
  const to = splitsPair(text, end) ? end + 1 : end;
  const before = Math.max(0, from - contextLength);
  const after = Math.min(text.length, to + contextLength);
  return {
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(splitsPair(text, before) ? before + 1 : before, from),
      suffix: text.slice(to, splitsPair(text, after) ? after - 1 : after)
    },
    position: { start: from, end: to }
  };
}

/** Places where a quote may stand in a text, weighed by what stands around them. */

/** What is looked for: as in a text quote selector. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface Candidate extends Range {
  /** Share of the quote's characters that differ here. */
  readonly errors: number;
  /** The better of the two sides: a neighbour may have been rewritten. */
  readonly context: number;
  readonly score: number;
}

/** A quote that occurs more often is no mark of a place. */
const mostOccurrences = 200;
const mostSimilar = 40;
/** Share of the quote's characters that may differ in an approximate match. */
const maxErrors = 0.25;
/** Longer patterns are matched by their head and their tail: cost grows with the length. */
const longPattern = 240;
const pieceLength = 140;
/** Units of context compared on each side; the window is wider, for a word that changed in it. */
const comparedLength = 40;
const contextSlack = 8;

/** Verbatim occurrences, the most fitting context first. */
export function findExact(quote: Quote, text: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let start = text.indexOf(quote.exact);
  while (start >= 0 && candidates.length < mostOccurrences) {
    candidates.push(weigh(quote, text, { start, end: start + quote.exact.length }, 0));
    start = text.indexOf(quote.exact, start + 1);
  }
  return candidates.sort(byScore);
}

/** Places that differ from the quote in at most a quarter of its characters, the best first. */
export function findSimilar(quote: Quote, text: string): readonly Candidate[] {
  const { exact } = quote;
  const places =
    exact.length <= longPattern
      ? searchPiece(exact, text, { start: 0, end: text.length }).slice(0, mostSimilar)
      : searchLong(exact, text);
  return places.map((place) => weigh(quote, text, place, place.errors)).sort(byScore);
}

/** The best candidate, unless another is nearly as good: ambiguity is uncertainty. */
export function pickClear(candidates: readonly Candidate[]): Candidate | null {
  const [best, next] = candidates;
  if (!best || (next && best.score - next.score < 0.1)) return null;
  return best;
}

interface Match extends Range {
  readonly errors: number;
}

function searchPiece(piece: string, text: string, within: Range): readonly Match[] {
  const most = Math.floor(piece.length * maxErrors);
  return search(text.slice(within.start, within.end), piece, most).map((match) => ({
    start: match.start + within.start,
    end: match.end + within.start,
    errors: match.errors / piece.length
  }));
}

function searchLong(exact: string, text: string): readonly Match[] {
  const everywhere = { start: 0, end: text.length };
  const heads = searchPiece(exact.slice(0, pieceLength), text, everywhere).slice(0, mostSimilar);
  return heads.flatMap((head) => {
    const shortest = head.start + Math.floor(exact.length * 0.5) - pieceLength;
    const longest = head.start + Math.ceil(exact.length * 1.5) + pieceLength;
    const within = {
      start: Math.max(head.end, shortest),
      end: Math.min(text.length, longest)
    };
    const expectedEnd = head.start + exact.length;
    const [tail] = [...searchPiece(exact.slice(-pieceLength), text, within)].sort(
      (a, b) => a.errors - b.errors || Math.abs(a.end - expectedEnd) - Math.abs(b.end - expectedEnd)
    );
    return tail
      ? [{ start: head.start, end: tail.end, errors: (head.errors + tail.errors) / 2 }]
      : [];
  });
}

function weigh(quote: Quote, text: string, place: Range, errors: number): Candidate {
  const prefix = quote.prefix.slice(-comparedLength);
  const suffix = quote.suffix.slice(0, comparedLength);
  const before = text.slice(Math.max(0, place.start - comparedLength - contextSlack), place.start);
  const after = text.slice(place.end, place.end + comparedLength + contextSlack);
  // A quote at the edge of its text had no context there: only an edge can confirm it.
  const left = prefix ? containment(prefix, before) : place.start === 0 ? 1 : 0.5;
  const right = suffix ? containment(suffix, after) : place.end === text.length ? 1 : 0.5;
  return {
    start: place.start,
    end: place.end,
    errors,
    context: Math.max(left, right),
    score: left + right - 2 * errors
  };
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score;
}

/** How alike two pieces of text are, from 0 to 1. */
const words = /[\p{L}\p{M}\p{N}]+/gu;

export function countWords(text: string): number {
  return text.match(words)?.length ?? 0;
}

/** How well `text` holds `pattern` somewhere: 1 for verbatim, less by each character that differs. */
function containment(pattern: string, text: string): number {
  if (text.includes(pattern)) return 1;
  if (text.length === 0) return 0;
  const errors = search(text, pattern, pattern.length).map((match) => match.errors);
  return 1 - Math.min(pattern.length, ...errors) / pattern.length;
}

/**
 * Shared words, by the Dice coefficient. Words of up to three letters count a quarter: articles and
 * prepositions are shared by any two sentences.
 */
export function sharedWords(a: string, b: string): number {
  const inA = weighWords(a);
  const inB = weighWords(b);
  let shared = 0;
  for (const [word, weight] of inA) shared += Math.min(weight, inB.get(word) ?? 0);
  const total = sum(inA) + sum(inB);
  return total === 0 ? 0 : (2 * shared) / total;
}

function weighWords(text: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(words)) {
    weights.set(word, (weights.get(word) ?? 0) + (word.length > 3 ? 1 : 0.25));
  }
  return weights;
}

function sum(weights: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}
