/** Where, without a comma that tells, the writer goes on: another deed, the time and place, the sentence's own verb. */
import { isNominal } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { cueLemmaOf } from './cues.js';
import type { Scene } from './finding.js';

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
  const { tokens } = scene;
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
  if (looksAhead.test(lemma)) return false;
  // "on Monday", "on Twitter"
  if (lower === 'on') return weekday.test(next.lower) || channel.test(next.lower);
  return weekday.test(lower) && isNominal(tokens[i - 1]);
}

const weekday = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const channel = /^(?:twitter|facebook|television|cnn|fox|nbc|msnbc|cbs|abc)$/;
