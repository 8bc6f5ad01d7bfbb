/** Rules for how the writer words a judgement: one term, of one scale, without a hedge. */
import type { LintFinding } from '../finding.js';
import { findingIn, type Passage } from '../passages.js';
import { likelihoodSource, anyLikelihood, ownTerms, termPattern } from '../likelihood-terms.js';
import { yardsticks } from '../../ledger/judgement.js';
import { likelihoodScales, type LikelihoodScale } from '../../briefing/entries.js';

const percent = '(?:%|per\\s?cent)';
const extreme = `(?:0|zero|100|(?:a|one)\\s+hundred)\\s*${percent}`;
const thing = '(?:chances?|probabilit(?:y|ies)|likelihoods?|odds|risks?)';
const certain = [
  `${extreme}\\s+(?:${thing}|certain(?:ty)?|sure|likely|guaranteed|impossible)`,
  `${thing}(?:\\s+(?!(?:about|of|by|from|more)\\s+\\d)[\\p{L}’'-]+){0,8}\\s+(?:is|are|at|as|stands\\s+at|of)\\s+${extreme}`,
  `(?<!almost |virtually |practically |nearly |little or )(?:zero|no)\\s+(?:chance|probability|likelihood|possibility)`,
  '(?:absolutely|completely|entirely|utterly)\\s+(?:certain|sure|impossible|inevitable)',
  'with\\s+(?:absolute|complete|full|total|utter)\\s+certainty',
  'beyond\\s+(?:all|any)\\s+doubt'
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}.,])${source}(?!\\p{L})`, 'giu'));

/** A judgement of the future that leaves no room for error. */
export function certainty(passage: Passage): readonly LintFinding[] {
  return findingsOf(
    passage,
    'certainty',
    certain,
    (words) =>
      `“${words}” leaves no room for error, which no judgement has. Use a term of the yardstick, or state it as a fact with its source.`
  );
}

const hedge = '(?:maybe|perhaps|possibly|conceivably|potentially|arguably|somewhat)';
const hedged = [
  `${hedge},?\\s+(?:(?:is|be|even)\\s+)?${likelihoodSource}`,
  // Behind the term only at the end of what it says: “likely, perhaps in May” hedges the month.
  `${likelihoodSource}[\\s,(–—-]+${hedge}(?=\\s*(?:[.,;:!?)]|$))`
].map((source) => new RegExp(`(?<![\\p{L}-])${source}(?!\\p{L})`, 'giu'));

/** A likelihood that is taken back in the same breath: “very likely maybe”. */
export function hedgedLikelihood(passage: Passage): readonly LintFinding[] {
  return findingsOf(
    passage,
    'hedged-likelihood',
    hedged,
    (words) =>
      `“${words}” says how likely it is and takes it back. Use one term of the yardstick alone.`
  );
}

/** One for each place that a pattern finds in the writer's own words. */
function findingsOf(
  passage: Passage,
  rule: LintFinding['rule'],
  patterns: readonly RegExp[],
  tell: (words: string) => string
): readonly LintFinding[] {
  return passage.ownSentences
    .flatMap((sentence) => patterns.flatMap((pattern) => [...sentence.matchAll(pattern)]))
    .map(([words]) => findingIn(passage, rule, words, tell(words)));
}

const level = '(?:very\\s+)?(?:high|moderate|medium|low)';
const confidence = new RegExp(
  `(?<!\\p{L})(?:${level}(?:\\s+(?:to|or)\\s+${level})?[\\s-]+(?:level\\s+of\\s+)?(?:analytic\\s+)?confidence|confidence\\s+(?:is|of|level\\s+is|remains)\\s+${level}|(?:we|i)\\s+(?:are|am)\\s+(?:\\p{L}+\\s+)?confident)(?!\\p{L})`,
  'iu'
);

/** How likely something is, and how sound that judgement is, said in one breath. */
export function likelihoodWithConfidence(passage: Passage): readonly LintFinding[] {
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
export function mixedScales(passage: Passage): readonly LintFinding[] {
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
export function vagueWord(passage: Passage): readonly LintFinding[] {
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
