/** Mends what the tagger gets wrong in news, and only that. */
import type { PartOfSpeech, RawToken } from './tagger.js';
import { wordSet } from './word-set.js';

/** Verbs of headlines that the tagger takes for plural nouns: "Court backs plan". */
const headlineVerbs = wordSet(`
  says warns urges claims reports hopes fears wants backs blasts slams rips calls vows praises mocks
  attacks demands questions rejects opposes supports tells asks plans denies admits accuses defends
  seeks pledges promises blames hails condemns proposes orders signals tweets notes states argues
  predicts threatens dismisses rebukes welcomes doubts insists expects offers confirms rules finds
`);
const pastForms: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  added: 'add',
  wrote: 'write',
  argued: 'argue',
  warned: 'warn',
  noted: 'note',
  insisted: 'insist'
};
/** Nouns and verbs alike: verbs where a subject stands before and a complement behind. */
const ambiguous = wordSet(`
  estimate estimates plan plans report reports claim claims fear fears hope hopes demand demands doubt
  doubts support supports call calls praise praises attack attacks question questions request requests
  promise promises vow vows blame blames want wants back backs welcome welcomes forecast forecasts
  oppose opposes regret regrets say says predict predicts reject rejects warn warns argue argues ruling
  aim aims bet bets offer offers pledge pledges urge urges note notes
`);
/** Often taken for adjectives at the end of a title: "its policy chief, Ms Lee". */
const officeNouns = wordSet('chief executive representative official head general principal');
/** Never verbs, whatever the tagger thinks of a capital. */
const months = wordSet('January February March April May June July August September October');

export function mendTags(tokens: readonly RawToken[], headline: boolean): RawToken[] {
  return tokens.map((token, i) => {
    const before = tokens[i - 1];
    const pos = mended(token, before, tokens[i + 1], headline, i > 0 ? tokens[i - 2] : undefined);
    if (pos === token.pos) return token;
    const lemma = pos === 'VERB' ? (pastForms[token.lower] ?? verbLemma(token)) : token.lemma;
    return { ...token, pos, lemma };
  });
}

function mended(
  token: RawToken,
  before: RawToken | undefined,
  after: RawToken | undefined,
  headline: boolean,
  twoBefore: RawToken | undefined
): PartOfSpeech {
  const { pos, lower, text } = token;
  if (lower in pastForms && pos !== 'VERB' && pos !== 'AUX') {
    const asAdjective = before?.pos === 'DET' && after?.pos === 'NOUN';
    if (!asAdjective) return 'VERB';
  }
  if (headline && headlineVerbs.has(lower) && pos !== 'VERB') {
    if (before && /^(?:NOUN|PROPN|NUM|PUNCT)$/.test(before.pos) && after?.lower !== 'of')
      return 'VERB';
  }
  if (officeNouns.has(lower) && pos === 'ADJ' && after && /^(?:[,.]|said|says)$/.test(after.lower))
    return 'NOUN';
  if (
    pos === 'NOUN' &&
    ambiguous.has(lower) &&
    before &&
    isSubjectOf(lower, before) &&
    opensComplement(after)
  )
    return 'VERB';
  if (pos === 'NOUN' && lower === 'ruling' && before?.text === ',' && after?.lower === 'that')
    return 'VERB';
  if (pos === 'VERB' && twoBefore?.lower === 'according' && before?.lower === 'to') return 'NOUN';
  if (pos === 'VERB' && months.has(text) && before?.pos !== 'PRON') return 'PROPN';
  if (pos === 'VERB' && /^\p{Lu}/u.test(text) && before?.pos === 'PROPN' && after?.pos === 'VERB')
    return 'PROPN';
  if (pos === 'ADJ' && after?.lower === 'that' && /ed$/.test(lower) && before?.pos === 'PROPN')
    return 'VERB';
  return pos;
}

/** Plural before a plural verb, singular before a singular one. */
function isSubjectOf(verb: string, before: RawToken): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(before.pos)) return false;
  if (/s$/.test(verb)) return before.pos === 'PROPN' || !/s$/.test(before.lower);
  return before.pos === 'NOUN' && /[^s]s$/.test(before.lower);
}

function opensComplement(after: RawToken | undefined): boolean {
  if (!after) return false;
  return after.pos === 'DET' || /^(?:that|to|it|he|she|they|him|her|them|“)$/.test(after.lower);
}

function verbLemma({ lower, lemma }: RawToken): string {
  if (lemma !== lower) return lemma;
  if (/(?:sses|shes|ches|xes|zes)$/.test(lower)) return lower.slice(0, -2);
  if (/ies$/.test(lower)) return `${lower.slice(0, -3)}y`;
  if (/[^s]s$/.test(lower)) return lower.slice(0, -1);
  return lemma;
}
