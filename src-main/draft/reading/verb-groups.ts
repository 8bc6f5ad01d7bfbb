/** Verb groups by tags: "has not been told", "to warn", "adding". Indices are of a sentence's tokens. */
import { cueLemmaOf } from '../attributions/cues.js';
import { type Token, wordSet } from './tagger.js';

export interface VerbGroup {
  /** Of its first auxiliary, or "to". */
  readonly first: number;
  /** Of the word that carries the meaning. */
  readonly main: number;
  readonly lemma: string;
  /** A past participle that stands alone counts as finite: the tagger does not tell them apart. */
  readonly form: 'finite' | 'infinitive' | 'gerund';
  readonly passive: boolean;
  readonly negated: boolean;
  /** Would, could, might: what is said is not said yet. */
  readonly modal: boolean;
  readonly auxiliary: boolean;
}

const auxiliaries = wordSet(`
  has have had is was were be been being am are will would could should might may must can do does did
  'll 'd 've 're 's 'm wo ca shall ought
`);
const modals = wordSet("would could should might may must can 'd shall ca");
const forms = wordSet("be been is was were are being am 's 're 'm get gets got");
const negations = wordSet("n't not never nor hardly");

export function verbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = 0;
  while (i < tokens.length) {
    const group = groupAt(tokens, i);
    if (group) {
      groups.push(group);
      i = group.main + 1;
    } else i++;
  }
  return groups;
}

function groupAt(tokens: readonly Token[], first: number): VerbGroup | null {
  const opener = tokens[first];
  if (!opener) return null;
  const infinitive = opener.lower === 'to' && isVerbSoon(tokens, first + 1);
  if (!infinitive && !isAuxiliary(opener) && opener.pos !== 'VERB') return null;
  let at = infinitive ? first + 1 : first;
  let auxiliary = -1;
  let main = -1;
  let [negated, modal, be] = [false, false, false];
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (negations.has(token.lower)) negated = true;
    else if (isAuxiliary(token) && !(token.pos === 'VERB' && !isVerbSoon(tokens, at + 1))) {
      auxiliary = at;
      modal ||= modals.has(token.lower);
      be = forms.has(token.lower);
    } else if (
      token.pos === 'VERB' ||
      (auxiliary >= 0 && at === auxiliary + 1 && isParticiple(token))
    ) {
      main = at;
      break;
    } else if (token.pos !== 'ADV' || !(isVerbSoon(tokens, at + 1) || auxiliary >= 0)) break;
    else if (!isVerbSoon(tokens, at + 1)) break;
  }
  if (main < 0) main = auxiliary;
  if (main < 0) return null;
  const word = tokens[main];
  if (!word) return null;
  const ing = /ing$/.test(word.lower) && word.lower !== 'bring';
  const helped = auxiliary >= 0 && auxiliary < main;
  return {
    first,
    main,
    lemma: cueLemmaOf(word.lower) ?? word.lemma,
    form: infinitive ? 'infinitive' : ing && !helped ? 'gerund' : 'finite',
    passive: helped && be && !ing,
    negated,
    modal,
    auxiliary: helped
  };
}

function isAuxiliary(token: Token): boolean {
  return token.pos === 'AUX' || (auxiliaries.has(token.lower) && token.pos === 'VERB');
}

/** A verb, with no more than two adverbs or auxiliaries before it. */
function isVerbSoon(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 3; i++) {
    const token = tokens[i];
    if (!token) return false;
    if (token.pos === 'VERB' || token.pos === 'AUX') return true;
    if (token.pos !== 'ADV' && !negations.has(token.lower)) return false;
  }
  return false;
}

function isParticiple({ pos, lower }: Token): boolean {
  return pos === 'ADJ' && /(?:ed|en)$/.test(lower);
}
