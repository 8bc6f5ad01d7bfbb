/** Subjects that do not simply stand before their verb: "one of them said", "a poll released Monday found". */
import {
  isNominal,
  isTemporal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import type { VerbGroup } from '../reading/verb-groups.js';
import { isNoSubject } from './speakers.js';
import type { CueSubject } from './finding.js';

/** "one of them said" */
export function memberSubject(tokens: readonly Token[], last: number): CueSubject | null {
  if (!/^(?:them|us|these|those)$/.test(tokens[last]?.lower ?? '')) return null;
  if (tokens[last - 1]?.lower !== 'of') return null;
  const member = tokens[last - 2];
  if (
    !member ||
    !/^(?:one|two|three|some|many|most|several|few|both|all|none|neither|each)$/.test(member.lower)
  ) {
    return null;
  }
  return { phrase: [last - 2, last], how: 'direct', head: last - 2 };
}

/** "Calling the plan a joke, Smith left": whoever stands behind the comma, with a verb. */
export function frontedSubject(
  tokens: readonly Token[],
  { first, main }: VerbGroup
): CueSubject | null {
  if (tokens.slice(0, first).some(({ pos }) => !/^(?:ADP|SCONJ|ADV|CCONJ)$/.test(pos))) return null;
  for (let i = main + 1; i < Math.min(tokens.length, main + 30); i++) {
    if (tokens[i]?.text !== ',') continue;
    const phrase = phraseStartingAt(tokens, i + 1, tokens.length - 1);
    const next = phrase && tokens[phrase[1] + 1];
    const after = next?.pos === 'ADV' ? tokens[phrase ? phrase[1] + 2 : 0] : next;
    if (!phrase || !after) continue;
    const opensMain = /^(?:VERB|AUX)$/.test(after.pos) || after.text === ',';
    if (opensMain && !isNoSubject(tokens[phrase[0]] as Token))
      return { phrase, how: 'participle', head: phrase[1] };
  }
  return null;
}

/** "Those who back the plan say": not the plan. */
export function describedSubject(tokens: readonly Token[], phrase: Phrase): CueSubject | null {
  for (let i = phrase[0] - 1; i > 0 && phrase[0] - i < 10; i--) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT') return null;
    if (!/^(?:who|that|which)$/.test(token.lower)) continue;
    const noun = tokens[i - 1];
    if (!noun) return null;
    const isThose = noun.lower === 'those';
    if (!isThose && (!isNominal(noun) || isNoSubject(noun))) return null;
    // A verb of its own, or the clause would be a statement: "told the man that critics say".
    if (!/^(?:VERB|AUX|ADV)$/.test(tokens[i + 1]?.pos ?? '')) return null;
    const [first] = isThose ? [i - 1] : phraseEndingAt(tokens, i - 1);
    return { phrase: [first, i - 1], how: 'direct', head: i - 1 };
  }
  return null;
}

/** "Data released Friday showed", "a poll taken in May found": the data, of no maker. */
export function datedSubject(tokens: readonly Token[], last: number): CueSubject | null {
  let i = last;
  while (i > 0 && i > last - 4 && isWhen(tokens[i])) i--;
  const verb = tokens[i];
  const head = tokens[i - 1];
  if (i === last || !verb || !head || !isNominal(head) || head.pos === 'PRON') return null;
  if (!issued.test(verb.lower)) return null;
  return { phrase: [phraseEndingAt(tokens, i - 1)[0], last], how: 'direct', head: i - 1 };
}

function isWhen(token: Token | undefined): boolean {
  if (!token) return false;
  return isTemporal(token) || token.pos === 'NUM' || /^(?:on|in|last|this|the)$/.test(token.lower);
}

const issued =
  /^(?:released|published|issued|conducted|taken|obtained|seen|filed|unveiled|posted|sent|dated|aired|written|leaked|made|circulated|signed|completed|reviewed)$/;

/** "A poll released Monday by Bellwether found": the poll speaks, not its maker. */
export function makerSubject(tokens: readonly Token[], phrase: Phrase): CueSubject | null {
  let i = phrase[0] - 1;
  if (!/^(?:by|in|from|of|for|on|at)$/.test(tokens[i]?.lower ?? '')) return null;
  i--;
  while (i > 0 && (isTemporal(tokens[i] as Token) || /^(?:on|in)$/.test(tokens[i]?.lower ?? '')))
    i--;
  const verb = tokens[i];
  if (verb?.pos !== 'VERB' || !/(?:ed|wn|en|ne|ade)$/.test(verb.lower)) return null;
  const head = tokens[i - 1];
  // The first word of a sentence is often taken for a name.
  if (!head || !(head.pos === 'NOUN' || (i === 1 && head.pos === 'PROPN'))) return null;
  return { phrase: [phraseEndingAt(tokens, i - 1)[0], phrase[1]], how: 'direct', head: i - 1 };
}
