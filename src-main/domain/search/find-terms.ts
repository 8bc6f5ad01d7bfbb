/** Where the terms of a query stand in a text. Pure. */
import type { Term } from './query.js';
import { type WordPlace, wordPlaces } from './words.js';

interface TermPlace {
  /** Which of the terms. */
  readonly term: number;
  /** UTF-16 offsets, end-exclusive, around whole words. */
  readonly start: number;
  readonly end: number;
}

/** One after the other, so that a reader of a long text can stop early. */
export function* findTerms(text: string, terms: readonly Term[]): Generator<TermPlace> {
  const longest = Math.max(0, ...terms.map(({ words }) => words.length));
  const latest: WordPlace[] = [];
  for (const place of wordPlaces(text)) {
    latest.push(place);
    if (latest.length > longest) latest.shift();
    for (const [term, { words, prefix }] of terms.entries()) {
      const first = latest[latest.length - words.length];
      if (first && standsIn(latest, words, prefix)) {
        yield { term, start: first.start, end: place.end };
      }
    }
  }
}

/** The places of all terms as spans that do not overlap, for marking. At most `most`. */
export function markTerms(
  text: string,
  terms: readonly Term[],
  most = 2_000
): { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of findTerms(text, terms)) {
    // A phrase may begin before the last span, never before the one before it by more than its words.
    while (spans.length > 0 && start <= (spans.at(-1)?.start ?? -1)) spans.pop();
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
    if (spans.length >= most) break;
  }
  return spans;
}

function standsIn(
  latest: readonly WordPlace[],
  words: readonly string[],
  prefix: boolean
): boolean {
  const from = latest.length - words.length;
  return words.every((word, i) => {
    const found = latest[from + i]?.word ?? '';
    return prefix && i === words.length - 1 ? found.startsWith(word) : found === word;
  });
}
