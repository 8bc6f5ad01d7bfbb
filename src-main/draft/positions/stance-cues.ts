/**
 * Verbs and nouns that take a side by themselves. Whatever has another meaning in everyday news ("wants",
 * "refused", "attacked", "supports that view with figures") is left out: a stance that is missing costs a
 * key, a wrong one costs trust.
 */
import { type Token, wordSet } from '../reading/tagger.js';
import { formsOf } from '../reading/verb-forms.js';

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
    `support, back, endorse, favor, favour, advocate, champion, approve, approve of, call for, push for,
     press for, argue for, campaign for, lobby for, plead for, vote for, recommend, propose, demand, insist on,
     urge, call on, ask, supportive of, in favor of, in favour of, in support of, come out in favor of,
     come out in favour of, come out for, speak in favor of, speak in favour of, vote in favor of,
     vote in favour of, rally for, rally behind, stand behind, press ahead with, co-sponsor, cosponsor,
     agitate for`
  ),
  ...cues(
    'supports',
    true,
    `welcome, embrace, defend, accept, praise, hail, applaud, laud, tout, cheer, uphold, agree to, commit to, agree with,
     promise, pledge, ask for`
  ),
  ...cues(
    'opposes',
    false,
    `oppose, reject, condemn, denounce, decry, deplore, repudiate, object to, vote against, argue against,
     speak against, protest against, rail against, warn against, advise against, decide against, opposed to,
     push against, push back against, come out against, speak out against, vote down, campaign against,
     lobby against, rally against, march against, demonstrate against, stand against, veto, sue over, against`
  ),
  ...cues(
    'opposes',
    true,
    `criticize, criticise, take issue with, hit out at, lash out at, fault, slam, blast, dismiss, protest, rule out, resist, disagree with, lambaste, lambast,
     assail, excoriate, critical of`
  )
]);

/** Behind "vowed to" and the like only: by themselves they tell of deeds. */
const opposingDeeds = wordSet('veto block fight defeat derail thwart contest challenge boycott');
/** What is undone by them may be what others speak of: "scrap the levy" is on the levy. */
const undoing = wordSet(`
  scrap stop halt repeal abolish cancel withdraw drop abandon overturn reverse suspend end lift kill axe delay
  postpone strike reject ban prohibit outlaw ditch shelve freeze revoke rescind
`);
export const undoingNouns = wordSet(`
  withdrawal repeal abolition cancellation suspension scrapping reversal rejection end ban moratorium halt
  delay postponement
`);
/** Deeds of policy: whoever promises or wants one is for it. */
const policyDeeds = wordSet(`
  cut raise ban introduce build close reopen restore expand extend reform legalise legalize privatise privatize
  nationalise nationalize lower increase reduce tighten loosen ease impose send deport arm fund invest hike
  legislate criminalise criminalize decriminalise decriminalize double triple adopt pass sign ratify recognise
  recognize implement enforce renew renegotiate rejoin revive resume launch create establish protect preserve
  strengthen relieve finance release publish disclose extradite arrest prosecute evacuate deploy supply limit
  regulate replace relocate restrict curb tackle amend overhaul modernise modernize save rescue sanction dismantle
  subsidise subsidize ration provide consider outsource boost maintain defend guarantee dissolve annex liberate
`);
/** Say nothing of what is wanted by themselves: "make a decision", "discuss the plan". */
const lightVerbs = wordSet(`
  be have do make take give get go come see know say tell speak talk discuss comment answer explain name describe
  call hear watch read wait try help keep find look meet attend visit play win lose hold use turn put let become
  learn understand remember think believe apologise apologize confirm deny continue begin start
  remain stay live work study examine assess analyse analyze evaluate monitor review vote testify appear deliver respond
  share show present unveil announce mark celebrate
`);

export function undoes(lemma: string): boolean {
  return undoing.has(lemma);
}

export function isPolicyDeed(lemma: string): boolean {
  return policyDeeds.has(lemma) || undoing.has(lemma);
}

export function isLightVerb(lemma: string): boolean {
  return lightVerbs.has(lemma);
}

/** The verb that a word is a form of, whatever the tagger thinks. */
export function stanceLemmaOf(word: string): string | undefined {
  return stanceLemmas.get(word);
}

export function stanceCueOf(word: string): StanceCue | undefined {
  return stanceCues.get(word);
}

/** What an infinitive behind "vowed to" takes sides with. */
export function deedCueOf(lemma: string): StanceCue | undefined {
  if (opposingDeeds.has(lemma)) return { side: 'opposes', ofMatters: false };
  return stanceCues.get(lemma);
}

/** Bind the speaker to what follows: "vowed to oppose the ban". */
export const bindingVerbs = wordSet(
  'vow pledge promise swear vote decide agree commit continue threaten plan intend want seek sue move campaign lobby'
);
/** Bind the speaker not to do what follows. */
export const refusing = wordSet('refuse decline');
/** Bind the speaker to deeds of policy as well: "promised to cut the tax". */
export const promising = wordSet(
  'vow pledge promise swear want plan intend seek campaign lobby decide agree'
);
/** Whoever does so to a plan of theirs is for it no longer; "give" with "up". */
export const dropping = wordSet('drop abandon scrap shelve ditch cancel withdraw give');
/** Say what somebody else is to do: "urged the city to close the road". */
export const addressing = wordSet('urge call ask press lobby');
/** Say with "that" what is to be: "demanded that the road be closed". */
export const withThat = wordSet('demand recommend propose urge');
/** Not supporting is opposing where it is said of now or of all time: "will not back the deal". */
export const deniable = wordSet('support back endorse favor favour accept approve');

/** Have a stance as their object: "voiced opposition to the plan". */
export const voicing = wordSet(
  'express voice reiterate reaffirm renew repeat declare underline stress emphasize emphasise signal maintain offer announce unveil outline pledge indicate lend throw put join echo'
);
export const stanceNouns: ReadonlyMap<string, SideTaken> = new Map(
  Object.entries({
    'support for': 'supports',
    'support to': 'supports',
    'support behind': 'supports',
    'weight behind': 'supports',
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
    'disapproval of': 'opposes',
    'critic of': 'opposes',
    'opponent of': 'opposes',
    'supporter of': 'supports',
    'backer of': 'supports',
    'proponent of': 'supports',
    'champion of': 'supports',
    'advocate of': 'supports',
    'advocate for': 'supports'
  } satisfies Record<string, SideTaken>)
);

/** Who takes a side. */
export const sideTakers = wordSet('critic opponent supporter backer proponent champion advocate');

/** Whether the words before a stance of somebody only wish for it: "seeks Ankara's support for the plan". */
export function isWishedFor(before: readonly Token[]): boolean {
  return before.some(({ lemma, lower }) => wishing.has(lemma) || wishing.has(lower));
}

const wishing = wordSet(
  'seek need want ask hope require lose await expect rely depend without demand request urge if whether'
);

/** Whether the verb has the deed behind it as well: "seek to", beside "seek a ban". */
export function isBoundBy(lemma: string, next: Token | undefined): boolean {
  return next?.lower === 'to' && bindingVerbs.has(lemma);
}

/** May call a deed that was decided on: "the order". */
export const decidedNouns = wordSet(
  'plan plans announcement order decision move measure measures ban'
);
/** Go on with "to" and what their owner wants done. */
export const deedNouns = wordSet(
  'plan plans pledge pledges promise promises vow push bid decision desire proposal'
);

/** What is said of them is said of what they are for: whoever rejects "calls for a ban" opposes the ban. */
export const passingOn = wordSet('call calls demand demands request requests plea pleas');
/** Whoever is against one of these denies it, or answers a critic, and takes no side on a matter. */
export const deniedNouns = wordSet(`
  claim claims allegation allegations accusation accusations suggestion suggestions report reports charge charges
  argument arguments contention contentions warning warnings concern concerns fear fears excuse excuses reasoning
  criticism criticisms notion notions opposition objection objections critique critiques rumour rumours rumor
  rumors assertion assertions complaint complaints comparison comparisons label
`);
/** Too empty to name an issue. */
export const emptyNouns = wordSet(`
  thing things way ways lot point points word words fact facts one ones something anything everything nothing
  answer answers explanation explanations information permission approval apology name names time times day days side sides
  calm unity caution patience reason prayer prayers restraint help clarity respect justice love happiness luck hope honesty courage
  everyone leadership progress success truth
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
  subsidy levy ordinance provision clause lawsuit suit petition quota amendment pension dam tower pipeline motorway
  highway mine plant bridge airport wall fence base settlement quota reservoir incinerator runway railway bypass
  tunnel tram barrage landfill quarry stadium visa timetable deadline charter constitution
  legislation motion strategy timeline fee fine tariff price wage salary grant loan credit bond budget referendum
  poll boycott embargo blockade occupation invasion annexation ceasefire armistice withdrawal deployment drill
  exercise summit process draft text framework roadmap model practice procedure trial charge sentence penalty
  punishment appeal change shift switch sale privatisation nationalisation purchase buyout listing flotation
  closure shutdown layoff stake fund cap ceiling floor target freeze increase decrease reduction cutback
  tightening easing break exemption relief rescue stimulus package policing surveillance tracking data
  review study inquiry investigation recognition sovereignty independence autonomy union membership right rights freedom equality marriage abortion
  immigration asylum refugee migration border weapon missile drone tank gun arms nuclear energy oil gas coal wind
  solar climate emission fracking drilling logging fishing whaling hunting farming testing vaccine vaccination
`);
/** Words for a law of any kind, by which one is called where it was named before. */
export const lawNouns = wordSet(
  'bill law legislation act measure proposal plan rule ordinance draft package scheme initiative motion'
);

/** Whether a noun names a deed, a measure or a state of affairs rather than a thing. */
export function isMatter(noun: string): boolean {
  const one = noun.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
  return (
    matters.has(noun) ||
    matters.has(one) ||
    /(?:tion|sion|ment|ance|ence|ism|ship|ing|sal|val|sis)s?$/.test(noun)
  );
}

/** Each form → its verb. */
const stanceLemmas = new Map(
  [
    ...[...stanceCues.keys()].flatMap((word) => {
      const [verb = ''] = word.split(' ');
      return /^(?:against|in|supportive|opposed|critical)$/.test(verb) ? [] : [verb];
    }),
    ...bindingVerbs,
    ...refusing,
    ...voicing
  ].flatMap((lemma) => formsOf(lemma).map((form) => [form, lemma] as const))
);
for (const [form, lemma] of [
  ['vetoes', 'veto'],
  ['came', 'come'],
  ['spoke', 'speak'],
  ['took', 'take'],
  ['hit', 'hit'],
  ['stood', 'stand'],
  ['rallied', 'rally']
] as const)
  stanceLemmas.set(form, lemma);
