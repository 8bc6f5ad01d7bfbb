import type { Finding } from '../finding.js';
import { anyLikelihood } from '../likelihood-terms.js';
import { findingIn, type Passage } from '../passages.js';

const level = '(?:very\\s+)?(?:high|moderate|medium|low)';
const confidence = new RegExp(
  `(?<!\\p{L})(?:${level}(?:\\s+(?:to|or)\\s+${level})?[\\s-]+(?:level\\s+of\\s+)?(?:analytic\\s+)?confidence|confidence\\s+(?:is|of|level\\s+is|remains)\\s+${level}|(?:we|i)\\s+(?:are|am)\\s+(?:\\p{L}+\\s+)?confident)(?!\\p{L})`,
  'iu'
);

/** How likely something is, and how sound that judgement is, said in one breath. */
export function likelihoodWithConfidence(passage: Passage): readonly Finding[] {
  return passage.ownSentences.flatMap((sentence) => {
    const basis = confidence.exec(sentence)?.[0];
    const likely = basis && sentence.match(anyLikelihood)?.[0];
    if (!basis || !likely) return [];
    return [
      findingIn(
        passage,
        'likelihood-with-confidence',
        sentence,
        `“${likely}” says how likely it is, “${basis}” how sound the basis is; together they are read as one. Make two sentences.`
      )
    ];
  });
}
