import { yardsticks } from '../../ledger/judgement.js';
import { likelihoodScales, type LikelihoodScale } from '../../briefing/outcome.js';
import type { Finding } from '../finding.js';
import { ownTerms, termPattern } from '../likelihood-terms.js';
import { findingIn, type Passage } from '../passages.js';

interface Foreign {
  readonly other: LikelihoodScale;
  readonly pattern: RegExp;
}

const foreign: Readonly<Record<LikelihoodScale, readonly Foreign[]>> = {
  icd203: termsBeside('icd203'),
  uk: termsBeside('uk')
};

function termsBeside(scale: LikelihoodScale): readonly Foreign[] {
  return likelihoodScales
    .filter((other) => other !== scale)
    .map((other) => ({ other, pattern: termPattern(ownTerms(other)) }));
}

/** Words of a yardstick that the briefing does not use. */
export function mixedScales(passage: Passage): readonly Finding[] {
  const used = yardsticks[passage.scale].name;
  return passage.ownSentences.flatMap((sentence) =>
    foreign[passage.scale].flatMap(({ other, pattern }) =>
      [...sentence.matchAll(pattern)].map(([words]) =>
        findingIn(
          passage,
          'mixed-scales',
          words,
          `“${words}” is a term of the ${yardsticks[other].name}, and this briefing uses the ${used}. Choose one of its terms.`
        )
      )
    )
  );
}
