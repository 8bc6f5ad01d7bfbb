/**
 * The baseline: annotations found anew in the changed text by quote and context alone, the way of
 * Hypothesis' client (https://github.com/hypothesis/client, match-quote.ts) with its published weights.
 * Written for this comparison.
 */
import search from 'approx-string-match';
import type { CarryResult } from '../../src-main/domain/anchoring/carry.js';
import { describe } from '../../src-main/domain/anchoring/locate.js';
import type { Range } from '../../src-main/domain/text/range.js';

const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const contextLength = 32;

export function carryByQuote(
  before: string,
  after: string,
  anchors: readonly Range[]
): readonly CarryResult[] {
  return anchors.map((anchor) => {
    const range = find(before, after, anchor);
    if (!range) return { status: 'orphan', range: null, place: 0 };
    return { status: 'changed', range, place: range.start };
  });
}

function find(before: string, after: string, anchor: Range): Range | null {
  const { quote } = describe(before, anchor.start, anchor.end);
  const { exact } = quote;
  if (after.slice(anchor.start, anchor.end) === exact) return anchor;
  const prefix = quote.prefix.slice(-contextLength);
  const suffix = quote.suffix.slice(0, contextLength);
  let best: Range | null = null;
  let bestScore = -1;
  for (const match of matches(after, exact)) {
    const position = 1 - Math.abs(match.start - anchor.start) / after.length;
    const score =
      weights.quote * (1 - match.errors / exact.length) +
      weights.prefix *
        alike(after.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
      weights.suffix * alike(after.slice(match.end, match.end + suffix.length), suffix) +
      weights.position * position;
    if (score > bestScore) {
      bestScore = score;
      best = { start: match.start, end: match.end };
    }
  }
  return best;
}

function matches(text: string, exact: string) {
  const verbatim = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    verbatim.push({ start: at, end: at + exact.length, errors: 0 });
  }
  return verbatim.length > 0
    ? verbatim
    : search(text, exact, Math.min(256, Math.floor(exact.length / 2)));
}

function alike(text: string, pattern: string): number {
  if (pattern === '') return 1;
  if (text === '') return 0;
  const [first] = search(text, pattern, pattern.length);
  return first ? 1 - first.errors / pattern.length : 0;
}
