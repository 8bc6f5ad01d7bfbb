/** Words that may take a side, and their tags where the tagger takes such a verb for a noun. */
import { isPossessiveMark } from '../reading/noun-phrases.js';
import { type Token, wordSet } from '../reading/tagger.js';
import { deedNouns, stanceLemmaOf, sideTakers } from './stance-cues.js';

const others = wordSet(
  'against favor favour opposed supportive critical support opposition backing endorsement objection objections refusal'
);

/** A first look, so that most sentences cost nothing. @param word in lower case. */
export function isStanceWord(word: string): boolean {
  return (
    stanceLemmaOf(word) !== undefined ||
    others.has(word) ||
    deedNouns.has(word) ||
    sideTakers.has(word)
  );
}

/** "Germany and Sweden support the plan": before an article or "its" stands a verb, not a noun. */
export function withStanceVerbs(sentence: readonly Token[]): readonly Token[] {
  const tokens = withoutCount(sentence);
  return tokens.map((token, i) => {
    if (!/^(?:NOUN|ADJ|ADV|PROPN)$/.test(token.pos)) return token;
    const lemma = stanceLemmaOf(token.lower);
    if (lemma === undefined || /ing$/.test(token.lower)) return token;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (!before || !after || isPossessiveMark(before)) return token;
    const isBehindSubject =
      /^(?:NOUN|PROPN)$/.test(before.pos) ||
      /^(?:he|she|they|we|who|which|it|also|would|will)$/.test(before.lower);
    const opens =
      (after.pos === 'DET' && after.lower !== 'that') ||
      /^(?:his|her|its|their)$/.test(after.lower) ||
      (/^(?:also|would|will|he|she|they|we|who)$/.test(before.lower) &&
        /^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(after.pos));
    return isBehindSubject && opens ? { ...token, pos: 'VERB' as const, lemma } : token;
  });
}

/** "voted 27–13 for it" says on which side as "voted for it" does. */
function withoutCount(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex(({ lower }) => lower === 'voted') + 1;
  let end = start;
  while (/^(?:by|to|votes|[–—-]|\d+(?:[–—-]\d+)?)$/.test(tokens[end]?.lower ?? '')) end++;
  const isCount = start > 0 && /^(?:for|against|in)$/.test(tokens[end]?.lower ?? '');
  return isCount ? tokens.toSpliced(start, end - start) : tokens;
}
