/** The words of the yardsticks, as they occur in prose. */
import { yardsticks } from '../judgement.js';
import { likelihoodScales, type LikelihoodScale } from '../outcome.js';

/** Words that are as often no judgement (“a remote region”, “likely voters” are caught by others). */
const ambiguous = new Set(['remote', 'remote chance']);

function wordsOf(scale: LikelihoodScale): readonly string[] {
  return Object.values(yardsticks[scale].steps).flatMap(({ word, also }) => [word, ...also]);
}

/** The words of the scale that no other scale has. */
export function ownTerms(scale: LikelihoodScale): readonly string[] {
  const others = new Set(likelihoodScales.filter((each) => each !== scale).flatMap(wordsOf));
  return wordsOf(scale).filter((word) => !others.has(word) && !ambiguous.has(word));
}

/** Matches any of the terms as whole words; longer ones first, adverbs too. */
export function termPattern(terms: readonly string[]): RegExp {
  const sorted = terms.toSorted((a, b) => b.length - a.length);
  const alternatives = sorted.map((term) => term.replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}-])(?:${alternatives.join('|')})(?:ly)?(?!\\p{L})`, 'giu');
}

/** Any word of likelihood, of either yardstick or of plain English. */
export const anyLikelihood = termPattern([
  ...likelihoodScales.flatMap(wordsOf).filter((word) => !ambiguous.has(word)),
  'remote chance',
  'probably',
  'even chance',
  'even odds'
]);
