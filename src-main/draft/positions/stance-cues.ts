/**
 * Verbs and nouns that take a side by themselves. Whatever has another meaning in everyday news ("wants",
 * "refused", "attacked", "supports that view with figures") is left out: a stance that is missing costs a
 * key, a wrong one costs trust.
 */
import { wordSet } from '../reading/tagger.js';

/** The two sides that a word takes; a condition is found beside it. */
export type SideTaken = 'supports' | 'opposes';

export interface StanceCue {
  readonly side: SideTaken;
  /** Takes a side only on a deed or a measure: "defended the decision", not "defended the goal". */
  readonly ofMatters: boolean;
}

/** A preposition that belongs to the word stands behind it: "call for". */
function cues(side: SideTaken, ofMatters: boolean, words: string): [string, StanceCue][] {
  return words
    .split(',')
    .map((word) => [word.trim().replace(/\s+/g, ' '), { side, ofMatters }] as const)
    .map(([word, cue]) => [word, cue]);
}

const stanceCues = new Map<string, StanceCue>([
  ...cues(
    'supports',
    false,
    `support, back, endorse, favor, favour, advocate, champion, welcome, approve, approve of, call for, push for,
     press for, argue for, campaign for, lobby for, plead for, vote for, recommend, propose, demand, insist on,
     urge, call on, supportive of, in favor of, in favour of`
  ),
  ...cues(
    'supports',
    true,
    `embrace, defend, accept, praise, hail, applaud, laud, tout, cheer, uphold, agree to, commit to, agree with`
  ),
  ...cues(
    'opposes',
    false,
    `oppose, reject, condemn, denounce, decry, deplore, repudiate, object to, vote against, argue against,
     speak against, protest against, rail against, warn against, advise against, decide against, opposed to,
     push against, against`
  ),
  ...cues(
    'opposes',
    true,
    `criticize, criticise, slam, blast, dismiss, protest, rule out, resist, disagree with, lambaste, lambast,
     assail, excoriate, critical of`
  )
]);

/** Behind "vowed to" and the like only: by themselves they tell of deeds. */
const opposingDeeds = wordSet('veto block fight defeat scrap');

export function stanceCueOf(word: string): StanceCue | undefined {
  return stanceCues.get(word);
}

/** What an infinitive behind "vowed to" takes sides with. */
export function deedCueOf(lemma: string): StanceCue | undefined {
  if (opposingDeeds.has(lemma)) return { side: 'opposes', ofMatters: false };
  return stanceCues.get(lemma);
}

/** Bind the speaker to what follows: "vowed to oppose the ban". */
export const bindingVerbs = wordSet('vow pledge promise vote decide agree commit continue');
/** Say what somebody else is to do: "urged the city to close the road". */
export const addressing = wordSet('urge call');
/** Say with "that" what is to be: "demanded that the road be closed". */
export const withThat = wordSet('demand recommend propose urge');
/** Not supporting is opposing where it is said of now or of all time: "will not back the deal". */
export const deniable = wordSet('support back endorse favor favour accept approve');

/** Have a stance as their object: "voiced opposition to the plan". */
export const voicing = wordSet(
  'express voice reiterate reaffirm renew repeat declare underline stress emphasize emphasise signal maintain'
);
export const stanceNouns: ReadonlyMap<string, SideTaken> = new Map(
  Object.entries({
    'support for': 'supports',
    'backing for': 'supports',
    'backing of': 'supports',
    'endorsement of': 'supports',
    'approval of': 'supports',
    'call for': 'supports',
    'calls for': 'supports',
    'demand for': 'supports',
    'demands for': 'supports',
    'opposition to': 'opposes',
    'objection to': 'opposes',
    'objections to': 'opposes',
    'rejection of': 'opposes',
    'condemnation of': 'opposes',
    'disapproval of': 'opposes'
  } satisfies Record<string, SideTaken>)
);

/** What is said of them is said of what they are for: whoever rejects "calls for a ban" opposes the ban. */
export const passingOn = wordSet('call calls demand demands request requests plea pleas');
/** Whoever is against one of these denies it, or answers a critic, and takes no side on a matter. */
export const deniedNouns = wordSet(`
  claim claims allegation allegations accusation accusations suggestion suggestions report reports charge charges
  criticism criticisms notion notions opposition objection objections critique critiques rumour rumours rumor
  rumors assertion assertions complaint complaints comparison comparisons label
`);
/** Too empty to name an issue. */
export const emptyNouns = wordSet(`
  thing things way ways lot point points word words fact facts one ones something anything everything nothing
  answer answers explanation explanations information apology name names time times day days side sides
  dissertation dissertations thesis theses view views opinion opinions statement statements remarks comments candidate candidacy
`);

const matters = wordSet(`
  ban bans bill bills law laws act acts deal deals plan plans move moves cut cuts tax taxes tariff tariffs vote
  votes war wars strike strikes attack attacks use policy policies rule rules ruling rulings order orders step
  steps reform reforms proposal proposals project projects idea ideas truce ceasefire offer offers raid raids
  law-making budget budgets approach approaches handling strategy choice choices response result results role
  treaty treaties pact pacts accord accords talks sanctions aid guarantee guarantees raise raises rise reply
  crackdown crackdowns execution killing killings verdict terms demand demands record change changes initiative
  effort efforts attempt attempts bid bids programme program programmes programs scheme schemes system systems
  limit limits measure measures release trade merger takeover bailout mandate mandates lockdown curfew
`);

/** Whether a noun names a deed, a measure or a state of affairs rather than a thing. */
export function isMatter(noun: string): boolean {
  return matters.has(noun) || /(?:tion|sion|ment|ance|ence|ism|ship|ing|sal|val|sis)s?$/.test(noun);
}
