/** What somebody is reported to say → for, against, on conditions, or neither; and by which words. */
import type { Draft } from '../../domain/suggestions/draft.js';
import { wordSet } from '../reading/tagger.js';

export type FoundStance = Draft['positions'][number]['stance'];

export interface Judgement {
  readonly stance: FoundStance;
  /** In plain words, for the person who confirms it. */
  readonly why: readonly string[];
}

/** `said` has plain typography; `negated` is of the cue: "did not support". */
export function judgeStance(lemma: string, negated: boolean, said: string): Judgement {
  const why: string[] = [];
  let stance = fromCue(lemma, negated, said, why);
  stance ??= fromWords(said, why);
  const condition = conditions.exec(said)?.[0];
  if (
    condition &&
    stance !== 'opposes' &&
    /\b(?:would|could|might|may|will|if|unless|provided|only|once|condition|offer\p{L}*|propos\p{L}*|show)\b/iu.test(
      said
    )
  ) {
    if (stance !== 'supports' || !/^(?:once|without|as part of)$/i.test(condition)) {
      why.push(`condition: ${condition.toLowerCase()}`);
      return { stance: 'conditional', why };
    }
  }
  return { stance: stance ?? 'unclear', why };
}

function fromCue(lemma: string, negated: boolean, said: string, why: string[]): FoundStance | null {
  const is = (stance: FoundStance): FoundStance => {
    why.push(`cue: ${negated ? 'not ' : ''}${lemma}`);
    if (!negated) return stance;
    return stance === 'supports' ? 'opposes' : 'supports';
  };
  if (describingCues.has(lemma)) {
    const word = praise.exec(said)?.[0] ?? null;
    const harsh = blame.exec(said)?.[0] ?? null;
    if (harsh) why.push(`word: ${harsh.toLowerCase()}`);
    else if (word) why.push(`word: ${word.toLowerCase()}`);
    return harsh ? 'opposes' : word ? 'supports' : null;
  }
  if (opposeCues.has(lemma)) return is('opposes');
  if (!supportCues.has(lemma)) return null;
  const no =
    /^(?:that )?(?:there (?:will|must|should) be )?(?:no|not|never|against)\b|\b(?:must|should|will|would|can) (?:not|never)\b|n't\b/i.exec(
      said
    )?.[0];
  if (no && !/^(?:welcome|praise|hail|thank|congratulate)$/.test(lemma)) {
    why.push(`cue: ${lemma}`, `negation: ${no.toLowerCase()}`);
    return 'opposes';
  }
  return is('supports');
}

function fromWords(said: string, why: string[]): FoundStance | null {
  const opposing = against.exec(said)?.[0];
  if (opposing) {
    why.push(`word: ${opposing.toLowerCase()}`);
    return 'opposes';
  }
  if (
    said.length < 120 &&
    negation.test(said) &&
    !/\b(?:not only|no doubt|not yet)\b/i.test(said)
  ) {
    const word = negation.exec(said)?.[0] ?? '';
    if (
      /\b(?:will|would|must|should|can|do|does|going|concessions?|deal|way|never|no)\b/i.test(said)
    ) {
      why.push(`negation: ${word.toLowerCase()}`);
      return 'opposes';
    }
  }
  const open = flexible.exec(said)?.[0];
  if (open) {
    why.push(`word: ${open.toLowerCase()}`);
    return 'conditional';
  }
  const should = inFavour.exec(said)?.[0];
  if (should) {
    why.push(`word: ${should.toLowerCase()}`);
    return 'supports';
  }
  const harsh = blame.exec(said)?.[0];
  const good = harsh ? null : praise.exec(said)?.[0];
  if (harsh) why.push(`word: ${harsh.toLowerCase()}`);
  if (good) why.push(`word: ${good.toLowerCase()}`);
  return harsh ? 'opposes' : good ? 'supports' : null;
}

/** Words that take sides. Of the cue first; what is said decides where the cue is neutral. */
const supportCues = wordSet(`
  support back endorse favor favour welcome praise hail applaud champion embrace advocate defend propose
  push urge promise pledge vow commit agree approve want prefer tout celebrate encourage recommend demand
  seek emphasize emphasise stress reaffirm cheer accept thank congratulate like love appreciate hope plead
  offer call press lobby appeal laud commend credit uphold supportive willing ready keen eager determined
  prepared plan intend insist request
`);
export const opposeCues = wordSet(`
  oppose reject criticize criticise denounce condemn dismiss slam blast mock accuse blame decry deride
  ridicule rebuke lambaste assail attack object protest refuse resist deny warn disagree doubt fear worry
  lament dislike hate resent regret question dispute decline chide scold challenge rail excoriate
  repudiate castigate berate deplore fault opposed critical dismissive unwilling reluctant sceptical
  skeptical afraid worried concerned alarmed fearful
`);
/** Say how somebody sees a thing: the words behind decide. */
const describingCues = wordSet(
  'characterize characterise describe call label brand deem portray see view regard consider'
);

export const praise =
  /\b(?:productive|constructive|positive|good|great|historic|successful|important|welcome|best|excellent|useful|fair|right|strong|necessary|essential|overdue|sensible|vital|encouraging|promising|step forward)\b/i;
export const blame =
  /\b(?:unacceptable|illegal|wrong|bad|terrible|disasters?|disastrous|dangerous|illegitimate|outrageous|failed|failure|weak|corrupt|liar|racist|crooked|dishonest|reckless|unfair|unjust|insult|betrayal|mistake|cruel|absurd|nonsense|shameful|irresponsible|unlawful|step backwards?)\b/i;
export const against =
  /\b(?:oppos(?:es?|ed|ing|ition)|reject(?:s|ed|ing|ion)?|refus(?:es|ed|al|ing)|against|ruled? out|no longer support|will not accept|never accept|unacceptable|must not|should not|cannot accept|red line)\b/i;
const inFavour =
  /\b(?:should|must|needs? to|ought to|necessary|best way|has to|have to|essential|important to|wants? to|in favou?r|supports?|would back|will back|committed to)\b/i;
const flexible =
  /\b(?:flexib\w+|open to|willing(?:ness)?|ready to|prepared to|considered?|might be offered|could be provided)\b/i;
export const conditions =
  /\b(?:if|unless|provided(?: that)?|as long as|on condition|in exchange for|in return for|as part of|only when|only after|once|depend(?:s|ing)? on|subject to|without)\b/i;
export const negation = /\b(?:no|not|never|cannot|neither|nor)\b|n't\b/i;
