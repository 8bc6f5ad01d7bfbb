/** Takes a word that no briefing holds for the nearest one that some do. */
import { editDistance, mostTypos } from '../domain/search/edit-distance.js';
import type { Term } from '../domain/search/query.js';
import { occurs } from './find-briefings.js';
import type { Database } from './index-file.js';

interface Correction {
  readonly from: string;
  readonly to: string;
}

/** Nearest words that are looked up in the index before one is chosen. */
const mostCompared = 5;
/** Rows counted to tell a common word from a rare one. */
const mostCounted = 500;

/** Terms whose every word occurs stay as they are, and so do those that nothing is near to. */
export function correctTerms(
  db: Database,
  terms: readonly Term[]
): { readonly terms: readonly Term[]; readonly corrections: readonly Correction[] } {
  const corrections: Correction[] = [];
  const corrected = terms.map((term) => {
    const last = term.words.length - 1;
    const words = term.words.map((word, i) => {
      const prefix = term.prefix && i === last;
      if (occurs(db, { words: [word], prefix })) return word;
      const to = nearest(db, word, prefix);
      if (to === null) return word;
      corrections.push({ from: word, to });
      return to;
    });
    return { ...term, words };
  });
  return { terms: corrected, corrections };
}

function nearest(db: Database, word: string, prefix: boolean): string | null {
  const most = mostTypos(word);
  if (most === 0) return null;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  // Few slip on the first letter, and those that begin with it are few of all words.
  return (
    nearestOf(db, word, most, prefix, 'word >= ? AND word < ?', [first, `${first}\u{10FFFF}`]) ??
    nearestOf(db, word, most, prefix, 'word < ? OR word >= ?', [first, `${first}\u{10FFFF}`])
  );
}

function nearestOf(
  db: Database,
  word: string,
  most: number,
  prefix: boolean,
  where: string,
  values: readonly string[]
): string | null {
  const longest = prefix ? 1_000 : word.length + most;
  const near = db
    .all(`SELECT word FROM spelling WHERE length(word) BETWEEN ? AND ? AND (${where})`, [
      word.length - most,
      longest,
      ...values
    ])
    .map(({ word: candidate }) => candidate as string)
    .flatMap((candidate) => {
      const whole = editDistance(word, candidate, most);
      const begun = whole === null && prefix ? editDistance(word, candidate, most, true) : null;
      // A whole word beats the beginning of a longer one at the same distance.
      const distance = whole ?? (begun === null ? null : begun + 0.5);
      return distance === null ? [] : [{ candidate, distance }];
    })
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, mostCompared)
    .map((each) => ({ ...each, count: countRows(db, each.candidate) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.distance - b.distance || b.count - a.count);
  return near[0]?.candidate ?? null;
}

function countRows(db: Database, word: string): number {
  const found = db.get(
    `SELECT count(*) AS count FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ${mostCounted})`,
    [`"${word}"`]
  );
  return Number(found?.['count'] ?? 0);
}
