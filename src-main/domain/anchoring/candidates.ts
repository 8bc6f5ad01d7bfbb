/** Places where a quote may stand in a text, weighed by what stands around them. */
import search from 'approx-string-match';
import type { Range } from '../text/range.js';
import { containment } from './similarity.js';

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
const contextLength = 40;
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
  const prefix = quote.prefix.slice(-contextLength);
  const suffix = quote.suffix.slice(0, contextLength);
  const before = text.slice(Math.max(0, place.start - contextLength - contextSlack), place.start);
  const after = text.slice(place.end, place.end + contextLength + contextSlack);
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
