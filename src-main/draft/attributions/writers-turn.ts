/** Where, without a comma that tells, the writer goes on: another deed, the time and place, the sentence's own verb. */
import { isNominal } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { cueLemmaOf } from './cues.js';
import type { CueLink, Scene } from './finding.js';

/** Behind a comma no phrase goes on with these: an apposition, a relative clause, a participle. */
export function setsOffFromPhrase(tokens: readonly Token[], from: number): boolean {
  const token = tokens[from];
  if (!token) return false;
  if (
    /^(?:an?|which|who|whom|whose|where|when|as|after|before|because|since|even|just)$/.test(
      token.lower
    )
  )
    return true;
  return token.pos === 'VERB' && /ing$/.test(token.lower);
}

/** "the man who called it a mistake now defends it": the verb of the sentence itself. */
export function isMainVerb({ tokens, groups }: Scene, at: number, i: number): boolean {
  const token = tokens[i];
  if (token?.pos === 'ADV')
    return groups.some(({ first, form }) => first === i + 1 && form === 'finite');
  const verb = groups.find(({ first }) => first === i);
  const before = tokens[i - 1];
  if (verb?.form !== 'finite' || i < at + 1 || !before) return false;
  return (before.text === '”' || isNominal(before)) && tokens[verb.main + 1]?.lower !== 'by';
}

/** Of these the time or the place is part of what is wanted: "wants a vote before the election". */
const looksAhead =
  /^(?:want|call|push|press|urge|demand|ask|expect|hope|plan|need|seek|propose|promise|pledge|vow|predict|forecast|request|order|recommend|require|favou?r|prefer|support|back|advocate|approve|anticipate|agree|wait|wish)$/;

/** "criticised the plan during a rally", "as she left a meeting": when and where it was said. */
export function isAdjunct(scene: Scene, verb: number, i: number): boolean {
  const { tokens, groups } = scene;
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next || i < verb + 2) return false;
  const lemma = cueLemmaOf(tokens[verb]?.lower ?? '') ?? tokens[verb]?.lemma ?? '';
  const { lower } = token;
  // "called the vote after the storm a farce": more follows.
  const isNaming = lemma === 'call' && !/^(?:for|on|upon)$/.test(tokens[verb + 1]?.lower ?? '');
  if (isNaming || /^(?:describe|term|deem|label|dub|brand)$/.test(lemma)) return false;
  if (/^(?:during|amid|following)$/.test(lower)) return true;
  if (/^(?:after|while|when)$/.test(lower)) return !looksAhead.test(lemma) || lower === 'after';
  if (/^(?:before|until|since)$/.test(lower)) return !looksAhead.test(lemma);
  if (lower === 'as' && !looksAhead.test(lemma)) {
    // "as she left", not "as a betrayal"
    const clause = groups.find((group) => group.first > i && group.first < i + 6);
    return (
      clause?.form === 'finite' &&
      // "leaves the plan as it is"
      !/^(?:is|are|was|were)$/.test(tokens[clause.main]?.lower ?? '') &&
      isNominal(tokens[clause.first - 1]) &&
      tokens
        .slice(i + 1, clause.first)
        .every(({ pos }) => /^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(pos))
    );
  }
  if (looksAhead.test(lemma)) return false;
  // "on Monday", "on Twitter"
  if (lower === 'on') return weekday.test(next.lower) || channel.test(next.lower);
  return weekday.test(lower) && isNominal(tokens[i - 1]);
}

const weekday = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const channel = /^(?:twitter|facebook|television|cnn|fox|nbc|msnbc|cbs|abc)$/;

/** "blamed the media and flew home": the second verb stands as the first does, and is the speaker's. */
export function isNextDeed(tokens: readonly Token[], verb: number, i: number): boolean {
  if (!/^(?:and|but|then)$/.test(tokens[i]?.lower ?? '') || i < verb + 2) return false;
  const at = tokens[i + 1]?.pos === 'ADV' ? i + 2 : i + 1;
  const next = tokens[at];
  if (next?.pos !== 'VERB' || tokens[i - 1]?.pos === 'VERB') return false;
  const cue = tokens[verb]?.lower ?? '';
  return tenseOf(next.lower) !== null && tenseOf(next.lower) === tenseOf(cue);
}

function tenseOf(verb: string): 'past' | 'present' | null {
  if (/ed$/.test(verb) || irregularPast.test(verb)) return 'past';
  return /[^s]s$/.test(verb) ? 'present' : null;
}

const irregularPast =
  /^(?:said|told|wrote|spoke|went|came|took|gave|made|got|left|flew|ran|began|met|led|won|lost|stood|sat|kept|held|found|brought|sent|drew|saw|knew|thought|felt|swore|fought|sought|tore|threw|drove|rose|fell|grew|put|cut|set|let|spent|built|broke|chose|wore|paid)$/;

/**
 * "said he would not come, but the party has a plan": what is said was shifted into the past, and what
 * follows is not, so it is the writer's.
 */
export function isUnshifted(scene: Scene, at: number, from: number, link: CueLink): boolean {
  const { tokens, groups } = scene;
  if (!/^(?:that|clause)$/.test(link) || !/^(?:and|but)$/.test(tokens[from]?.lower ?? ''))
    return false;
  const said = groups.find(({ first, form }) => first > at && form === 'finite');
  const opener = tokens[said?.first ?? -1]?.lower ?? '';
  if (!said || said.first > from || !/^(?:would|could|had|might|'d)$/.test(opener)) return false;
  const next = groups.find(({ first, form }) => first > from && form === 'finite');
  if (!next || next.first > from + 7 || !isNominal(tokens[next.first - 1])) return false;
  return /^(?:has|have|is|are|'s|'re|'ve|will)$/.test(tokens[next.first]?.lower ?? '');
}
