/** Fuzzy search over short names: the letters typed, in order, anywhere in the name. */
import { foldText } from './fold-text.js';

/**
 * How well `query` fits `name`; `null` when a letter is missing. Higher is better: letters at the
 * start of words count most, letters in a row next, and a short name beats a long one.
 */
export function scoreLetters(query: string, name: string): number | null {
  const letters = foldText(query).replace(/\s+/g, '');
  const text = foldText(name);
  let score = 0;
  let from = 0;
  let last = -2;
  for (const letter of letters) {
    const start = startOfWord(text, letter, from);
    const next = text.indexOf(letter, from);
    if (next < 0) return null;
    const at = next === last + 1 || start < 0 ? next : start;
    score += at === last + 1 ? 6 : isStartOfWord(text, at) ? 8 : 1;
    last = at;
    from = at + letter.length;
  }
  return score - text.length / 100;
}

/** The best first; the given order among equals, and for an empty query. */
export function findByLetters<T>(
  query: string,
  entries: readonly T[],
  nameOf: (entry: T) => string
): readonly T[] {
  if (query.trim() === '') return entries;
  return entries
    .map((entry) => ({ entry, score: scoreLetters(query, nameOf(entry)) }))
    .filter((found): found is { entry: T; score: number } => found.score !== null)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function startOfWord(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (isStartOfWord(text, at)) return at;
  }
  return -1;
}

function isStartOfWord(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}
