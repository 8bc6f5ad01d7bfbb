/** Verbs that report what somebody says, thinks or wants, by how much they need around them. */
import { formsOf } from '../reading/verb-forms.js';
import { wordSet } from '../reading/tagger.js';

/** Nearly always report, whoever the subject is. */
const always = wordSet(`
  say state note argue announce warn insist suggest acknowledge accuse declare describe vow claim
  assert explain tweet cite criticize criticise praise denounce dismiss urge reiterate allege contend
  stress emphasize emphasise recall reply lament decry caution concede retort quip tout blast slam
  condemn boast opine testify remark comment predict reveal disclose reaffirm characterize
  characterise proclaim add write indicate conclude confirm deny propose reject joke complain assure
  remind mock applaud hail assail deride ridicule rebuke chide lambaste lambast excoriate scold
  reassure maintain speculate hint imply surmise posit report deem label brand portray promise pledge
  threaten admit advise recommend question express voice demand call blame oppose endorse aver bemoan
  castigate chastise commend confess confide counsel crow deplore disparage enthuse exclaim fume
  grumble implore laud muse pontificate postulate preach profess pronounce rant recount reckon repeat
  repudiate rue sneer stipulate swear theorise theorize underline vouch warn apologise apologize concur
  answer compare liken forecast berate upbraid admonish rubbish herald trumpet reprimand
  hypothesise hypothesize intone mutter mumble growl snarl gush rave gripe moan scoff jeer taunt
  deduce infer insinuate prophesy forewarn foretell divulge articulate propound lampoon pillory
  vilify malign recant extol decree downplay overstate intimate broach paraphrase philosophise
  philosophize reminisce ruminate grouse bellow holler rationalise rationalize substantiate recite
  bash trash skewer eviscerate censure reprove bewail rebuff spurn disown hype restate retell dub term
  depict equate attribute ascribe exhort entreat beseech goad disclaim renounce forswear stipulate
  enumerate chronicle salute heckle compliment eulogise eulogize ridicule smear slander denigrate
  belittle demonise demonize insult exaggerate bluster thunder deadpan drawl rejoin riposte demur
  fret brag whine wisecrack agonise agonize hypothesize prognosticate pooh-pooh second-guess fact-check
  caricature misrepresent mischaracterise mischaracterize parrot overemphasise overemphasize
`);

/** Report when people, or what they wrote, are the subject and something follows. */
const ofPeople = wordSet(`
  tell ask think believe hope want expect support respond refer mention discuss seek favor favour
  welcome back prefer agree disagree defend attack consider view regard see feel fear worry doubt wish
  plan intend aim offer refuse decline vote decide determine rule find show highlight address plead
  advocate champion embrace resist envision envisage foresee anticipate estimate project calculate
  wonder suspect assume understand know realize realise recognize recognise learn discover remember
  forget appreciate love hate like dislike regret resent thank congratulate encourage challenge press
  push lobby appeal request order instruct direct point continue interject chime counter object protest
  whisper shout yell chant cry scream post text email convey communicate relay signal underscore
  outline detail elaborate clarify specify summarize summarise echo commit reassert approve cheer
  celebrate speak talk raise demonstrate prove trust dispute contest reflect object push rail fault
  inform notify invite beg persuade observe judge hear quote need credit refute rebut disavow
  mull ponder contemplate pray yearn crave desire dread presume suppose diagnose mourn condone
  tolerate foreshadow conjecture
  float pitch grill quiz query interrogate debate alert dare prod admire respect despise detest
  abhor loathe adore mistrust distrust envy decree knock disregard discount protest hammer
  rationalise overestimate underestimate misunderstand pinpoint spotlight illustrate itemise itemize
`);

/** Report only with "that", a quotation, a colon or a question behind them. */
const withClause = wordSet(`
  continue begin start go read release sound turn put make figure guess bet imagine dream provide
  require certify attest write post mean hold learn notice sense show find rule decide determine
  prove see hear know observe charge share publish present issue offer add feel understand laugh
  smile sigh nod shrug snap interrupt finish open close conclude begin elaborate establish record
  mandate guarantee ensure gather accept allow grant reason ascertain verify document compute chuckle
  beam grin bark gasp groan howl sob stammer sputter detail telegraph boom purr sniff
`);

/** Have other meanings without a clause: "added a seat", "reported a loss", "claimed three lives". */
const clauseOnly = wordSet(`
  add write post text continue state tell think charge remark comment conclude figure recall
  claim observe hear hold mean judge remember forget know learn see feel find show understand
  imagine read discover realise realize reflect report note speculate suspect wonder
  assume provide repeat hint imply reckon prove demonstrate raise speak talk
  explain recount joke reply respond clarify say testify determine rule decide
  presume suppose infer deduce intimate mutter mumble growl moan fret brag protest demur reason
  thunder whine
`);

/** Take their speaker behind them: “No,” said the minister. */
const inverting = wordSet(`
  say add write ask note reply answer tweet argue explain warn declare state recall conclude remark announce
  report insist claim observe continue complain joke comment predict admit concede suggest respond
  agree acknowledge exclaim muse quip caution counter shout cry whisper reveal confirm promise vow
  read go brag fret thunder bark boast gush scoff lament whine deadpan rejoin beam grin chuckle snap
  retort protest gasp groan
`);

/** Name the listener first, who is no part of what is said. */
export const toListener = wordSet(
  'tell ask inform remind assure notify reassure text email warn advise alert'
);
/** Take a person and then what that person is to do, both part of what is wanted. */
export const toAddressee = wordSet(`
  urge persuade instruct order encourage beg press push challenge implore accuse blame thank
  congratulate call want expect request direct criticise criticize praise invite lobby dare exhort
  entreat beseech goad prod
`);

export type Strength = 'always' | 'people' | 'clause';

const lemmas = new Map(
  [...withClause, ...ofPeople, ...always].flatMap((lemma) =>
    formsOf(lemma).map((form) => [form, lemma] as const)
  )
);

/** The cue verb that a word is a form of, or `undefined`. `word` is in lower case. */
export function cueLemmaOf(word: string): string | undefined {
  return lemmas.get(word);
}

/** `null` when the verb reports nothing. */
export function strengthOf(lemma: string): Strength | null {
  if (always.has(lemma)) return 'always';
  if (ofPeople.has(lemma)) return 'people';
  return withClause.has(lemma) ? 'clause' : null;
}

/** Whether a noun phrase alone behind the verb is no content. */
export function needsClause(lemma: string): boolean {
  return clauseOnly.has(lemma) || !(always.has(lemma) || ofPeople.has(lemma));
}

export function canInvert(lemma: string): boolean {
  return inverting.has(lemma);
}

/** Nouns and adjectives that report: "the claim that", "is confident that". */
export const cueNouns = wordSet(`
  report reports claim claims statement statements suggestion suggestions allegation allegations
  accusation accusations assertion assertions belief beliefs view views opinion argument arguments
  warning warnings promise promises pledge vow fear fears concern concerns hope hopes prediction
  predictions conclusion admission announcement insistence denial contention rumour rumours rumor
  rumors speculation idea notion criticism demand demands proposal proposals call calls complaint
  complaints testimony acknowledgement acknowledgment confirmation assurance assurances theory
  conviction expectation expectations estimate estimates doubt doubts suspicion suspicions
  declaration charge charges recommendation finding findings news evidence feeling sense worry worries
  position stance verdict plea
`);
