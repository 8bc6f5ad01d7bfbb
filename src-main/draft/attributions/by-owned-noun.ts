/** Nouns that report with what they take: "Smith's refusal to resign", "calls from voters for a recount". */
import { isNominal, type Phrase, phraseStartingAt } from '../reading/noun-phrases.js';
import { type Token, wordSet } from '../reading/tagger.js';
import { ownerOf } from './by-noun.js';
import { endBefore, type FoundReport, type Scene, toFinding, toRange } from './finding.js';
import { canSpeak } from './speakers.js';

/** By the word that leads on to what is said, wanted or feared. */
const nouns: Readonly<Record<string, ReadonlySet<string>>> = {
  to: wordSet(`
    refusal reluctance unwillingness willingness readiness eagerness desire intention intentions
    determination promise promises pledge pledges vow vows threat threats offer commitment plan plans
    proposal proposals request requests demand demands call calls plea pleas wish opposition objection
    objections resistance aversion claim claims
  `),
  for: wordSet(`
    call calls demand demands plea pleas appeal appeals request requests hope hopes support preference
    praise admiration contempt disdain respect proposal proposals plan plans enthusiasm
  `),
  of: wordSet(`
    criticism criticisms condemnation denunciation fear fears accusation accusations allegation
    allegations denial rejection approval disapproval praise assessment description portrayal defence
    defense warning warnings threat threats claim claims endorsement characterization characterisation
    dismissal depiction promise promises prediction predictions
  `),
  about: wordSet(`
    concern concerns fear fears worry worries anxiety anxieties doubt doubts complaint complaints claim
    claims comment comments remark remarks warning warnings unease outrage anger frustration scepticism
    skepticism optimism statements questions misgivings
  `),
  over: wordSet(`
    concern concerns fear fears worry worries anxiety anxieties complaint complaints unease outrage anger
    frustration
  `),
  in: wordSet('belief faith'),
  on: wordSet('attack attacks view views position stance opinion comments remarks thoughts'),
  against: wordSet(
    'accusation accusations allegation allegations charge charges argument arguments'
  )
};
const any = new Set(Object.values(nouns).flatMap((each) => [...each]));

export function byOwnedNoun(scene: Scene, i: number): FoundReport | null {
  const { tokens } = scene;
  const token = tokens[i];
  // The first word of a sentence is often taken for a name.
  const isWord = token && (/^(?:NOUN|VERB)$/.test(token.pos) || (i === 0 && token.pos === 'PROPN'));
  if (!token || !isWord || !any.has(token.lower)) return null;
  const owner = speaking(tokens, ownerOf(tokens, i));
  const from = owner ? null : speaking(tokens, agentAt(tokens, i + 1));
  const lead = from ? from[1] + 1 : i + 1;
  const leading = tokens[lead];
  const first = tokens[lead + 1];
  if (!leading || !first || !nouns[leading.lower]?.has(token.lower)) return null;
  const isDeed = leading.lower === 'to' && /^(?:VERB|AUX)$/.test(first.pos);
  if (
    leading.lower === 'to' &&
    !isDeed &&
    !/^(?:opposition|objections?|resistance|aversion)$/.test(token.lower)
  )
    return null;
  const last = complementEnd(scene, lead + 1);
  const source = owner ?? from ?? speaking(tokens, agentAt(tokens, last + 1));
  if (!source || last <= lead) return null;
  return toFinding(scene, {
    cue: toRange(tokens, i, i),
    source: toRange(tokens, source[0], source[1]),
    content: [{ start: (isDeed ? leading : first).start, end: endBefore(tokens, last) }],
    rule: `cue: ${token.lower} ${leading.lower}`,
    lemma: token.lower,
    link: isDeed ? 'infinitive' : 'phrase',
    confidence: tokens[source[0]]?.lower === 'its' ? 0.52 : 0.6
  });
}

/** "by the union", "from voters", "among officials" */
function agentAt(tokens: readonly Token[], i: number): Phrase | null {
  if (!/^(?:by|from|among)$/.test(tokens[i]?.lower ?? '')) return null;
  const phrase = phraseStartingAt(tokens, i + 1, tokens.length - 1);
  if (!phrase) return null;
  // "calls from voters for a recount": the voters alone.
  const more = tokens.findIndex(({ pos }, k) => k > phrase[0] && k <= phrase[1] && pos === 'ADP');
  return more < 0 ? phrase : [phrase[0], more - 1];
}

function speaking(tokens: readonly Token[], phrase: Phrase | null): Phrase | null {
  const head = phrase && tokens[phrase[1]];
  if (!phrase || !head) return null;
  return canSpeak(head) || /^(?:his|her|their|its)$/.test(head.lower) ? phrase : null;
}

/** The last token before the sentence's own verb, a stop, or when it was. */
function complementEnd({ tokens, groups }: Scene, from: number): number {
  const deed = groups.find(({ main }) => main === from);
  for (let i = (deed?.main ?? from) + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || /^[.,;:?!—–“”()]$/.test(token.text)) return i - 1;
    if (/^(?:during|after|while|when|amid|following|as|by)$/.test(token.lower)) return i - 1;
    const verb = groups.find(({ first }) => first === i);
    if (verb?.form === 'finite' && isNominal(tokens[i - 1]) && !isRelative(tokens[i - 1]))
      return i - 1;
    if (verb?.form === 'finite' && tokens[i - 1]?.pos === 'CCONJ') return i - 2;
  }
  return tokens.length - 1;
}

function isRelative(token: Token | undefined): boolean {
  return /^(?:who|which|that)$/.test(token?.lower ?? '');
}
