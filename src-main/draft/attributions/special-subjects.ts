/** Subjects that do not simply stand before their verb: "one of them said", "a poll released Monday found". */
import type { Range } from '../../domain/text/range.js';
import { kindOfNoun } from '../actors/word-kinds.js';
import { isBodyNoun } from '../../domain/text/name-words.js';
import {
  isNominal,
  isTemporal,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt
} from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { isNoSubject } from './speakers.js';
import { type CueSubject, type Scene, toRange } from './finding.js';

/** "The ministry disagreed. It said": the subject of the sentence before, where that names one body alone. */
export function bodyMeant({
  reading,
  sentence
}: Pick<Scene, 'reading' | 'sentence'>): Range | undefined {
  const before = reading.sentences[sentence.index - 1];
  const phrase = before && phraseStartingAt(before.tokens, 0, before.tokens.length - 1);
  if (!phrase || before.paragraph !== sentence.paragraph) return undefined;
  const { tokens } = before;
  if (phrase[1] === 0 && tokens[0]?.lower === 'it') return bodyMeant({ reading, sentence: before });
  const others = tokens.slice(phrase[1] + 1).filter((token) => !isTemporal(token));
  const isOnly = !others.some((token) => token.pos === 'PROPN' || isBody(token));
  return isBody(tokens[phrase[1]]) && isOnly ? toRange(tokens, ...phrase) : undefined;
}

function isBody(token: Token | undefined): boolean {
  return token !== undefined && (kindOfNoun(token.lower) === 'group' || isBodyNoun(token.text));
}

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
  if (/^(?:out|up|down|over)$/.test(tokens[i]?.lower ?? '')) i--;
  if (!isParticiple(tokens[i])) return null;
  // "commissioned by the board and carried out at the university"
  if (tokens[i - 1]?.lower === 'and') {
    i = tokens.findLastIndex((token, at) => at < i && isParticiple(token));
    if (i < 0) return null;
  }
  const head = tokens[i - 1];
  // The first word of a sentence is often taken for a name.
  if (!head || !(head.pos === 'NOUN' || (i === 1 && head.pos === 'PROPN'))) return null;
  return { phrase: [phraseEndingAt(tokens, i - 1)[0], phrase[1]], how: 'direct', head: i - 1 };
}

function isParticiple(token: Token | undefined): boolean {
  return token?.pos === 'VERB' && /(?:ed|wn|en|ne|ade)$/.test(token.lower);
}
