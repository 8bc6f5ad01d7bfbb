import type { Finding } from '../finding.js';
import { findingIn, type Passage } from '../passages.js';

/** `may` in small letters only: May is a month and a name. */
const modal =
  /(?<![\p{L}-])(?:may|[Mm]ight|[Cc]ould)(?=\s+(?!(?:not|no)(?!\p{L}))[\p{Ll}▮])(?!\p{L})/gu;

/** Somebody else's judgement or words, told by the writer. */
const reported =
  /(?<!\p{L})(?:said|says?|saying|told|tells?|indicat\p{L}*|suggest\p{L}*|warn\p{L}*|argu\p{L}*|claim\p{L}*|believ\p{L}*|thinks?|thought|fear\p{L}*|hop(?:es?|ed|ing)|expect(?:s|ed)|announc\p{L}*|offer(?:s|ed)|propos\p{L}*|promis\p{L}*|threaten\p{L}*|report(?:s|ed|edly)?|according\s+to|stat(?:es|ed)|not(?:es|ed)|add(?:s|ed)|ask(?:s|ed)|wonder\p{L}*|question(?:s|ed)|acknowledg\p{L}*|admit\p{L}*|den(?:y|ies|ied)|in\s+the\s+view\s+of|in\s+the\s+words\s+of)(?!\p{L})/iu;

/** Permission by rule is a fact. */
const permission =
  /(?<!\p{L})(?:law|laws|constitution|statute|treaty|rules?|regulations?|article|charter|court|entitled|permit\p{L}*|allow\p{L}*|licen[cs]\p{L}*)(?!\p{L})/iu;

/** What was possible, what is asked, and what something is for. */
const noJudgement =
  /^(?:where|what|who|how|why|when|which)\s|(?<!\p{L})(?:so\s+that|in\s+order\s+that|whether|if\s+only|as\s+if)(?!\p{L})/iu;

/** “The might of the army”, “as it might”. */
const nounBefore =
  /(?<!\p{L})(?:the|its|their|his|her|our|all|full|military|naval|economic|industrial|political)\s+$/iu;

/** A modal verb in the writer's own voice, where the reader wants to know how likely. */
export function vagueWord(passage: Passage): readonly Finding[] {
  return passage.ownSentences.flatMap((sentence) => {
    if (sentence.endsWith('?') || reported.test(sentence) || noJudgement.test(sentence)) return [];
    return [...sentence.matchAll(modal)].flatMap((match) => {
      const [word] = match;
      const before = sentence.slice(0, match.index);
      if (/might/i.test(word) && nounBefore.test(before)) return [];
      if (word === 'may' && permission.test(sentence)) return [];
      return [
        findingIn(
          passage,
          'vague-word',
          sentence,
          `“${word}” does not say how likely. Use a term of the yardstick, or say who holds it possible.`
        )
      ];
    });
  });
}
