/** Words that take sides. Of the cue first; what is said decides where the cue is neutral. */
import { wordSet } from '../reading/word-set.js';

export const supportCues = wordSet(`
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
export const describingCues = wordSet(
  'characterize characterise describe call label brand deem portray see view regard consider'
);

export const praise =
  /\b(?:productive|constructive|positive|good|great|historic|successful|important|welcome|best|excellent|useful|fair|right|strong|necessary|essential|overdue|sensible|vital|encouraging|promising|step forward)\b/i;
export const blame =
  /\b(?:unacceptable|illegal|wrong|bad|terrible|disasters?|disastrous|dangerous|illegitimate|outrageous|failed|failure|weak|corrupt|liar|racist|crooked|dishonest|reckless|unfair|unjust|insult|betrayal|mistake|cruel|absurd|nonsense|shameful|irresponsible|unlawful|step backwards?)\b/i;
export const against =
  /\b(?:oppos(?:es?|ed|ing|ition)|reject(?:s|ed|ing|ion)?|refus(?:es|ed|al|ing)|against|ruled? out|no longer support|will not accept|never accept|unacceptable|must not|should not|cannot accept|red line)\b/i;
export const inFavour =
  /\b(?:should|must|needs? to|ought to|necessary|best way|has to|have to|essential|important to|wants? to|in favou?r|supports?|would back|will back|committed to)\b/i;
export const flexible =
  /\b(?:flexib\w+|open to|willing(?:ness)?|ready to|prepared to|considered?|might be offered|could be provided)\b/i;
export const conditions =
  /\b(?:if|unless|provided(?: that)?|as long as|on condition|in exchange for|in return for|as part of|only when|only after|once|depend(?:s|ing)? on|subject to|without)\b/i;
export const negation = /\b(?:no|not|never|cannot|neither|nor)\b|n't\b/i;
