import type { Finding } from '../finding.js';
import { likelihoodSource } from '../likelihood-terms.js';
import { findingIn, type Passage } from '../passages.js';

const hedge = '(?:maybe|perhaps|possibly|conceivably|potentially|arguably|somewhat)';
const patterns = [
  `${hedge},?\\s+(?:(?:is|be|even)\\s+)?${likelihoodSource}`,
  // Behind the term only at the end of what it says: “likely, perhaps in May” hedges the month.
  `${likelihoodSource}[\\s,(–—-]+${hedge}(?=\\s*(?:[.,;:!?)]|$))`
].map((source) => new RegExp(`(?<![\\p{L}-])${source}(?!\\p{L})`, 'giu'));

/** A likelihood that is taken back in the same breath: “very likely maybe”. */
export function hedgedLikelihood(passage: Passage): readonly Finding[] {
  return passage.ownSentences.flatMap((sentence) =>
    patterns.flatMap((pattern) =>
      [...sentence.matchAll(pattern)].map(([words]) =>
        findingIn(
          passage,
          'hedged-likelihood',
          words,
          `“${words}” says how likely it is and takes it back. Use one term of the yardstick alone.`
        )
      )
    )
  );
}
