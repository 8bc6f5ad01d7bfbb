/** Attributions by verb: the heart of the matter. */
import { firstWithNegator, isUnsaid } from './turned-round.js';
import { phraseStartingAt } from '../reading/noun-phrases.js';
import { type Token, wordSet } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import type { Range } from '../../domain/text/range.js';
import { isClause, isFoundDoing } from './clause-shape.js';
import { type FoundReport, type CueLink, type Scene, toRange, type CueSubject } from './finding.js';
import { findContentEnd } from './content-end.js';
import { type ContentStart, findContentStart } from './content-start.js';
import { canInvert, needsClause, type Strength, strengthOf } from './cues.js';
import { phrasalLength } from './phrasal-cues.js';
import { hearsay, isReducedPassive, passiveFinding } from './passive-finding.js';
import { findPreposed } from './preposed.js';
import { quotedAsSaying, quotedFinding } from './quoted-finding.js';
import { isNaming } from './naming.js';
import { canSpeak } from './speakers.js';
import { confidenceOf } from './confidence.js';
import { bodyMeant } from './special-subjects.js';
import { findSubject } from './subjects.js';

export function verbFindings(scene: Scene): FoundReport[] {
  const found: FoundReport[] = [];
  const subjects = new Map<number, CueSubject>();
  for (const group of scene.groups) {
    const strength = strengthAt(scene, group);
    if (!strength) continue;
    const finding = findingOf(scene, group, strength, subjects, found);
    if (finding) found.push(finding);
  }
  return found;
}

function findingOf(
  scene: Scene,
  group: VerbGroup,
  strength: Strength,
  subjects: Map<number, CueSubject>,
  earlier: readonly FoundReport[]
): FoundReport | null {
  if (scene.tokens[group.main]?.quoted) return quotedFinding(scene, group, strength);
  if (group.passive) return passiveFinding(scene, group);
  if (isReducedPassive(scene, group)) return null;
  return activeFinding(scene, group, strength, subjects, earlier);
}

/** With the words that belong to it, a verb reports that does not alone: "took aim at". */
function strengthAt({ tokens }: Scene, { lemma, main }: VerbGroup): Strength | null {
  const alone = strengthOf(lemma);
  // “backs down”, “called off the strike”
  const isAnother = /^(?:down|off|up|away)$/.test(tokens[main + 1]?.lower ?? '');
  if (isAnother && phrasalLength(tokens, main) === 0) return alone === 'always' ? alone : null;
  return alone !== 'always' && phrasalLength(tokens, main) > 0 ? 'people' : alone;
}

function activeFinding(
  scene: Scene,
  group: VerbGroup,
  strength: Strength,
  subjects: Map<number, CueSubject>,
  earlier: readonly FoundReport[]
): FoundReport | null {
  const { tokens } = scene;
  // "…, referring to the ruling" is the writer's.
  if (group.form === 'gerund' && /^(?:refer|regard|consider|speak|talk)$/.test(group.lemma))
    return null;
  // "the town, known as a port"
  if (!group.auxiliary && participles.test(tokens[group.main]?.lower ?? '')) return null;
  const subject = findSubject(scene, group, subjects);
  if (!subject || isNaming(tokens, group, subject)) return null;
  subjects.set(group.main, subject);
  if (isSilent(scene, group, subject) || isUnsaid(tokens, group, subject.phrase[0])) return null;
  const head = tokens[subject.head];
  if (!head) return null;
  const speaks = canSpeak(head) || (head.lower === 'it' && itWants.has(group.lemma));
  const start = subject.how === 'inverted' ? null : findContentStart(tokens, group.main);
  const nothingFollows = endsAfter(scene, group, start);
  const preposed = findPreposed(
    scene,
    group,
    subject,
    earlier,
    nothingFollows && strength !== 'clause'
  );
  const said: Said | null = preposed
    ? { content: preposed.content, link: 'before', cueEnd: group.main, quoted: preposed.quoted }
    : start && contentBehind(scene, group, strength, subject, start, speaks);
  if (!said) return null;
  if (group.form === 'infinitive' && !isSpokenInfinitive(scene, group, strength, said)) return null;
  const [from, to] = (preposed && quotedAsSaying(scene, group)) ?? subject.phrase;
  const source = toRange(tokens, from, to);
  const first = firstWithNegator(tokens, group);
  return {
    cue: toRange(tokens, first, Math.max(group.main, said.cueEnd)),
    source,
    meant: head.lower === 'it' && canInvert(group.lemma) ? bodyMeant(scene) : undefined,
    content: said.content,
    rule: `cue: ${tokens[group.main]?.lower ?? ''}`,
    lemma: group.lemma,
    link: said.link,
    negated: group.negated || first < group.first,
    modal: group.modal,
    confidence: confidenceOf({
      strength,
      link: said.link,
      quoted: said.quoted,
      how: subject.how,
      speaks,
      head,
      group,
      first: start ? tokens[start.at] : undefined
    }),
    sentence: scene.sentence.index,
    paragraph: scene.sentence.paragraph
  };
}

const participles =
  /^(?:known|seen|shown|written|spoken|sworn|foreseen|forgotten|given|taken|drawn|thrown|gone|begun)$/;

/** Of "it", which is then a company or a court. */
const itWants = wordSet(
  'expect plan want hope believe intend seek refuse decline offer agree support oppose estimate'
);

interface Said {
  readonly content: readonly Range[];
  readonly link: CueLink;
  readonly cueEnd: number;
  readonly quoted: boolean;
}

function endsAfter(scene: Scene, group: VerbGroup, start: ContentStart | null): boolean {
  const next = scene.tokens[(start?.cueEnd ?? group.main) + 1];
  if (!next || /^[.,;?!]$/.test(next.text)) return true;
  return start === null || start.occasion;
}

function contentBehind(
  scene: Scene,
  group: VerbGroup,
  strength: Strength,
  subject: CueSubject,
  start: ContentStart,
  speaks: boolean
): Said | null {
  const { tokens } = scene;
  const first = tokens[start.at];
  if (!first || start.occasion || /^[.;?!,)]$/.test(first.text)) return null;
  // "apologised and said that": the other verb reports; "ordered and directed the men" do so together.
  if (first.pos === 'CCONJ' && strengthOf(tokens[start.at + 1]?.lemma ?? '') !== 'people')
    return null;
  // "aid, which she had ruled out: farmers are to pay"
  const before = tokens[subject.phrase[0] - 1]?.lower ?? '';
  const isColon = start.link === 'colon' && first.text !== '“';
  if (isColon && /^(?:which|whom)$/.test(before)) return null;
  const marked = /^(?:that|quote|colon)$/.test(start.link);
  // "responded by saying"
  if (start.link === 'clause' && first.lower === 'by') return null;
  if (strength !== 'always' && !speaks && !marked) return null;
  if (strength === 'clause' && !marked) return null;
  let { link } = start;
  // "reaffirms that test", "agrees with that"
  if (link === 'that' && !hasVerb(scene, start.at)) link = 'phrase';
  if (
    link === 'infinitive' &&
    /^(?:decline|refuse)$/.test(group.lemma) &&
    isSilence(tokens[start.at + 1])
  )
    return null;
  if (link === 'clause' && !isClause(scene, start.at) && !isFoundDoing(scene, group, start.at))
    link = isPlainSaying(scene, group, start.at) ? 'clause' : 'phrase';
  const isBare = link === 'phrase' && start.cueEnd === group.main;
  if (isBare && needsClause(group.lemma) && !takesPhrase(scene, group, subject, start.at))
    return null;
  if (
    link === 'infinitive' &&
    needsClause(group.lemma) &&
    !/^(?:decide|determine|claim|continue|tell|learn)$/.test(group.lemma)
  )
    return null;
  const end = findContentEnd(scene, group.main, start.at, link, subject);
  if (end <= first.start) return null;
  return {
    content: [{ start: first.start, end }],
    link,
    cueEnd: start.cueEnd,
    quoted: first.text === '“'
  };
}

const tellingPapers =
  /^(?:polls?|polling|surveys?|data|figures|statistics|numbers|records|documents|results|returns|estimates|forecasts?|projections|studies|study|report|reports|census|index)$/;

/** "polls show Marsh with a wide lead", "voters see him as a champion" */
function takesPhrase(
  { tokens }: Scene,
  { lemma }: VerbGroup,
  { head }: CueSubject,
  at: number
): boolean {
  if (/^(?:show|find|put|give|indicate)$/.test(lemma))
    return tellingPapers.test(tokens[head]?.lower ?? '');
  if (lemma !== 'see') return false;
  const phrase = phraseStartingAt(tokens, at, tokens.length - 1);
  return phrase !== null && tokens[phrase[1] + 1]?.lower === 'as';
}

/** "that test" is a thing; "that the test failed" and "that, for now, the test stands" are clauses. */
function hasVerb({ tokens, groups }: Scene, that: number): boolean {
  const next = tokens[that + 1];
  if (!next || /^[.;:?!]$/.test(next.text)) return false;
  if (next.text === '“' || next.pos === 'DET') return true;
  const inner = tokens[that + 2];
  // "called it that, by the way"
  if (next.text === ',' && (inner?.lower === 'by' || !/^(?:ADP|SCONJ|ADV)$/.test(inner?.pos ?? '')))
    return false;
  const isAside = next.text === ',' || /^(?:ADP|SCONJ|ADV)$/.test(next.pos);
  const stop = tokens.findIndex(({ text }, i) => i > that && /^[,;.—–]$/.test(text));
  const end = isAside || stop < 0 ? tokens.length : stop;
  const isBare = next.pos === 'NOUN' && !/s$/.test(next.lower);
  return groups.some(
    ({ first, form }) => first > that && form !== 'gerund' && (!isBare || first < end)
  );
}

/** "said voters back the plan": a verb that the tagger took for a noun makes it no less said. */
function isPlainSaying({ tokens }: Scene, { main }: VerbGroup, at: number): boolean {
  if (!/^(?:said|says?)$/.test(tokens[main]?.lower ?? '')) return false;
  const stop = tokens.findIndex(({ text }, i) => i >= at && /^[.;:]$/.test(text));
  return (
    /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(tokens[at]?.pos ?? '') &&
    (stop < 0 ? tokens.length : stop) - at > 4
  );
}

/** "Nobody would say", "neither campaign responded", "did not respond to a request" */
function isSilent(
  { tokens }: Scene,
  { lemma, main, negated }: VerbGroup,
  { phrase }: CueSubject
): boolean {
  if (
    /^(?:nobody|neither|none|no)$/.test(tokens[phrase[0]]?.lower ?? '') &&
    tokens[main + 1]?.lower !== 'that'
  ) {
    return /^(?:say|respond|reply|answer|comment|confirm|explain)$/.test(lemma);
  }
  return (
    lemma === 'respond' &&
    (negated ||
      /^requests?$/.test(tokens[main + 3]?.lower ?? '') ||
      /^requests?$/.test(tokens[main + 2]?.lower ?? ''))
  );
}

function isSilence(verb: Token | undefined): boolean {
  return /^(?:comment|say|answer|give|discuss|elaborate|name|respond|specify|speculate|be)$/.test(
    verb?.lower ?? ''
  );
}

/** "went on to say that", "declined to say whether", "wants to urge" */
function isSpokenInfinitive(
  scene: Scene,
  group: VerbGroup,
  strength: Strength,
  said: Said
): boolean {
  const governing = scene.tokens[group.first - 1];
  // "declined to say", "refused to comment": nothing is said.
  if (/^(?:declined|declines|refused|refuses|failed|unable)$/.test(governing?.lower ?? ''))
    return false;
  // "is said to have agreed": what is said of somebody is what he says.
  const before = scene.groups.findLast((other) => other.main < group.first);
  if (before?.passive && before.main === group.first - 1 && hearsay.has(before.lemma)) return true;
  // "used the speech to attack the press", "tried to portray him as weak"
  const between = before && scene.tokens.slice(before.main + 1, group.first);
  const isDoing =
    before?.form === 'finite' &&
    !before.negated &&
    leadsToWords.test(before.lemma) &&
    between?.every(({ text }) => !/^[,.;:]$/.test(text));
  if (isDoing && strength === 'always') return true;
  const goesOn = /^(?:on|continued|proceeded|began|took|twitter)$/.test(governing?.lower ?? '');
  if (goesOn) return true;
  return strength === 'always' && /^(?:that|quote|colon|question)$/.test(said.link);
}

const leadsToWords =
  /^(?:use|try|seek|attempt|seem|appear|continue|begin|start|proceed|rush|move|choose|manage)$/;
