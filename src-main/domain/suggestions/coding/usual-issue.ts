/** Which of the issues that a statement is offered is taken unless a person chooses. Pure. */
import { areAlike, prepositions, readIssue } from '../alike-issues.js';
import { type OfferedIssue, rootOf, type SaidOnIssue } from './offer-issues.js';

/**
 * `null` for none. One that the words name whole comes first, and of these one in use. Of what only the draft reads, an issue in use that says more than the words,
 * such as “toll in winter” of “the bridge toll”, is another matter.
 */
export function usualIssue(
  offered: readonly OfferedIssue[],
  said: Pick<SaidOnIssue, 'words' | 'drafted'>
): OfferedIssue | null {
  const wanted = said.drafted === null ? null : readIssue(said.drafted);
  const roots = new Set([...readIssue(said.words).words].map(rootOf));
  const isThere = (word: string) => roots.has(rootOf(word));
  const fitting = offered
    .filter(({ wording, isNamed }) => (wanted ? areAlike(readIssue(wording), wanted) : isNamed))
    .map((own) => ({ own, words: [...readIssue(own.wording).words] }));
  const whole = fitting.filter(({ words }) => words.length > 0 && words.every(isThere));
  const [first] = [...whole.filter(({ own }) => own.id !== null), ...whole];
  const rest = fitting.filter(({ own, words }) => {
    const isPart = words.filter(isThere).length > 1 && !qualifiersOf(own.wording).every(isThere);
    return own.id === null || !isPart;
  });
  return (first ?? rest[0])?.own ?? null;
}

/** The words of a noun phrase behind its first preposition. */
function qualifiersOf(wording: string): readonly string[] {
  if (readIssue(wording).head === null) return [];
  const words = wording.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const at = words.findIndex((word) => prepositions.has(word));
  return at < 0 ? [] : [...readIssue(words.slice(at).join(' ')).words];
}
