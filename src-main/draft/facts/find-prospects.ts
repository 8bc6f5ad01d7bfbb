/** Sentences that say what may come of it, and sentences that say what stands in the way. */
import type { Reading, Sentence } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';

const outcome =
  /\b(?:(?:potential|possible|likely|future|next) (?:outcomes?|scenarios?|steps?|directions?|results?)|outcomes are|(?:is|are) (?:likely|expected|set|poised|due) to|(?:could|might|may|would)(?: \p{L}+){0,2}? (?:be|emerge|lead|result|influence|follow|trigger|mean|force|prompt|cause|pave|open|end|become|happen|see|determine|affect|collapse|fail|succeed|cost|face|push|take|rise|fall|continue)|will(?: \p{L}+)? (?:determine|decide|shape|depend|begin|lead|result|mean|end|become))\b/iu;
const condition =
  /\bif\b[^]{1,200}\b(?:would|could|might|will)\b|\b(?:would|could|might|will)\b[^]{1,200}\b(?:if|unless)\b/i;
const constraint =
  /\b(?:constraints?|constrained|requires?|required|requirements?|must|cannot|can't|can not|unable to|prohibit\w*|forbid\w*|forbidden|barred|obstacles?|hurdles?|deadlines?|depends? on|subject to|bound by|limited to|not allowed|ruled out|needs? (?:the )?approval|without (?:\w+ ){0,2}(?:approval|consent|mandate|majority)|two-thirds majority|ratif\w+)\b/i;

export function findOutcomes(reading: Reading): Range[] {
  return sentencesLike(reading, (text) => outcome.test(text) || condition.test(text));
}

export function findConstraints(reading: Reading): Range[] {
  return sentencesLike(reading, (text) => constraint.test(text));
}

/** Not what is only quoted, and no headline. */
function sentencesLike(reading: Reading, isLike: (text: string) => boolean): Range[] {
  return reading.sentences
    .filter(
      (sentence) => isOwn(sentence) && isLike(reading.clean.slice(sentence.start, sentence.end))
    )
    .map(({ start, end }) => ({ start, end }));
}

function isOwn({ headline, tokens }: Sentence): boolean {
  return (
    !headline &&
    tokens.length > 4 &&
    tokens.filter(({ quoted }) => quoted).length < tokens.length / 2
  );
}
