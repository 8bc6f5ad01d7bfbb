/** Whether what follows a verb is a clause, which says something, or only names a thing. */
import { isNominal, type Phrase, phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import type { Scene } from './finding.js';

/** "found Halloran trailing by three points" */
export function isFoundDoing(
  { tokens, groups }: Scene,
  { lemma, main }: VerbGroup,
  at: number
): boolean {
  if (!/^(?:find|show|see|hear|put|have)$/.test(lemma)) return false;
  const phrase = phraseStartingAt(tokens, at, tokens.length - 1);
  return groups.some(
    (group) => group.form === 'gerund' && group.first === (phrase?.[1] ?? main) + 1
  );
}

/** A noun phrase with a finite verb behind it, before the next comma or stop. */
export function isClause(scene: Scene, at: number): boolean {
  const { tokens, groups } = scene;
  const phrase = phraseStartingAt(tokens, at, tokens.length - 1);
  const from = phrase ? pastAside(tokens, phrase[1] + 1) : at;
  let end = from;
  while (
    end < tokens.length &&
    !/^(?:[.;:—–]|--)$/.test(tokens[end]?.text ?? '') &&
    !setsOff(tokens, end, phrase?.[1] ?? at) &&
    !(phrase && end > phrase[1] && subordinates.test(tokens[end]?.lower ?? '')) &&
    !(phrase && end > phrase[1] && joinsVerb(tokens, end))
  )
    end++;
  const own = groups.filter(
    (group) =>
      group.first > at &&
      group.first >= from &&
      group.first < end &&
      group.form === 'finite' &&
      // "added a seat and posted a profit"
      !(
        tokens[group.first - 1]?.pos === 'CCONJ' ||
        (tokens[group.first - 1]?.pos === 'ADV' && tokens[group.first - 2]?.pos === 'CCONJ')
      ) &&
      !isOfNoun(tokens, group, at, phrase)
  );
  const [verb] = own;
  if (!verb) return false;
  const pronoun = tokens[verb.first - 1]?.pos === 'ADV' ? verb.first - 2 : verb.first - 1;
  // "wrote a letter to the man she met"
  const isReduced =
    tokens[pronoun]?.pos === 'PRON' && pronoun > at && isNominal(tokens[pronoun - 1]);
  return isReduced || /^(?:who|which|that)$/.test(tokens[pronoun]?.lower ?? '')
    ? own.length > 1
    : true;
}

/** A participle behind its noun, "guarantees offered by Russia", or before it, "his most admired work". */
function isOfNoun(
  tokens: readonly Token[],
  { first, main, auxiliary }: VerbGroup,
  at: number,
  phrase: Phrase | null
): boolean {
  const verb = tokens[main];
  const next = tokens[main + 1];
  if (!verb || auxiliary || !/(?:ed|wn|en|made|found|held|built|written)$/.test(verb.lower))
    return false;
  const isDirect = phrase && first === phrase[1] + 1 && next?.lower !== 'by';
  if (isDirect && plainSaying.test(tokens[at - 1]?.lemma ?? '')) return false;
  const isBefore =
    /^(?:DET|ADJ|ADV)$/.test(tokens[first - 1]?.pos ?? '') || tokens[first - 1]?.text === '-';
  if (isBefore && isNominal(next)) return true;
  return /^(?:by|to|as|in|on|at|for|under|from|with|of|into|against|about)$/.test(
    next?.lower ?? ''
  );
}

const plainSaying =
  /^(?:say|believe|think|claim|insist|maintain|argue|suggest|add|warn|report|tell|know)$/;

/** "said the plan, which he had backed, was dead": behind the second comma, where a verb follows it. */
function pastAside(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== ',') return from;
  const close = tokens.findIndex(
    ({ text }, i) => i > from && i < from + longestAside && text === ','
  );
  return close > 0 && /^(?:VERB|AUX)$/.test(tokens[close + 1]?.pos ?? '') ? close + 1 : from;
}

const longestAside = 16;

/** Behind a phrase they open a clause that is not the phrase's own: "rejected the offer as she left". */
const subordinates =
  /^(?:as|after|before|when|while|because|since|until|unless|although|though|whereas|if|once)$/;

/** "backed the project but now opposes it": the second verb is the subject's again. */
function joinsVerb(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.pos === 'ADV' ? tokens[i + 2] : tokens[i + 1];
  return tokens[i]?.pos === 'CCONJ' && next?.pos === 'VERB';
}

/** "opposes it, a reversal that", "praised Smith, who", "spoke German, and he": a comma, and more about it. */
function setsOff(tokens: readonly Token[], i: number, last: number): boolean {
  if (tokens[i]?.text !== ',' || i <= last) return false;
  const next = tokens[i + 1]?.lower ?? '';
  if (/^(?:VERB|AUX)$/.test(tokens[i + 1]?.pos ?? '')) return true;
  return /^(?:an?|who|whom|whose|which|where|when|but|and|so|as|while|after|before|because)$/.test(
    next
  );
}
