/** Fuzzy search over short names: the letters typed, in order, anywhere in the name. */
import { foldText } from '../fold-text.js';

/**
 * How well `query` fits `name`; `null` when a letter is missing. Higher is better: letters at the
 * start of words count most, letters in a row next, and a short name beats a long one.
 */
export function scoreLetters(query: string, name: string): number | null {
  const letters = [...foldText(query).replace(/\s+/g, '')];
  const text = foldText(name);
  // Going for the starts of words can run past a letter that is needed; the first places never do.
  const places = findPlaces(letters, text, true) ?? findPlaces(letters, text, false);
  if (!places) return null;
  const scores = places.map((at, i) => {
    if (isStartOfWord(text, at)) return 8;
    return i > 0 && at === (places[i - 1] ?? 0) + (letters[i - 1]?.length ?? 0) ? 6 : 1;
  });
  return scores.reduce((sum, score) => sum + score, 0) - text.length / 100;
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

function findPlaces(
  letters: readonly string[],
  text: string,
  preferStarts: boolean
): readonly number[] | null {
  const places: number[] = [];
  let from = 0;
  for (const letter of letters) {
    const next = text.indexOf(letter, from);
    if (next < 0) return null;
    const inARow = places.length > 0 && next === from;
    const at = preferStarts && !inARow ? (nextStart(text, letter, next) ?? next) : next;
    places.push(at);
    from = at + letter.length;
  }
  return places;
}

function nextStart(text: string, letter: string, from: number): number | null {
  for (let at = from; at >= 0; at = text.indexOf(letter, at + 1)) {
    if (isStartOfWord(text, at)) return at;
  }
  return null;
}

function isStartOfWord(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}
