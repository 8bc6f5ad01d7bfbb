/** Mends what the tagger gets wrong in news, and only that. */
import { cueLemmaOf } from '../attributions/cues.js';
import { type PartOfSpeech, type RawToken, wordSet } from './tagger.js';

/** Verbs of headlines that the tagger takes for plural nouns: "Court backs plan". */
const headlineVerbs = wordSet(`
  says warns urges claims reports hopes fears wants backs blasts slams rips calls vows praises mocks
  attacks demands questions rejects opposes supports tells asks plans denies admits accuses defends
  seeks pledges promises blames hails condemns proposes orders signals tweets notes states argues
  predicts threatens dismisses rebukes welcomes doubts insists expects offers confirms rules finds
`);
const alwaysVerbs = wordSet('said told added wrote argued warned noted insisted');
/** Nouns and verbs alike: verbs where a subject stands before and a complement behind. */
const ambiguous = wordSet(`
  estimate estimates plan plans report reports claim claims fear fears hope hopes demand demands doubt
  doubts support supports call calls praise praises attack attacks question questions request requests
  promise promises vow vows blame blames want wants back backs welcome welcomes forecast forecasts
  aim aims bet bets offer offers pledge pledges note notes regret regrets hint hints show shows
  detail details outline outlines cite cites wonder
`);
/** Hardly ever nouns, so that any complement will do. */
const hardlyNouns = wordSet(`
  estimates welcome welcomes oppose opposes say says predict predicts reject rejects warn warns argue
  argues urge urges insist insists deny denies accuse accuses praises condemn condemns believe believes
  faults
`);
/** Often taken for adjectives at the end of a title: "its policy chief, Ms Lee". */
const officeNouns = wordSet('chief executive representative official head general principal');
/** Never verbs, whatever the tagger thinks of a capital. */
const months = wordSet(
  'January February March April May June July August September October November December'
);

export function mendTags(tokens: readonly RawToken[], headline: boolean): RawToken[] {
  return tokens.map((token, i) => {
    const pos = asVerb(tokens, i, headline) ?? asNoun(tokens, i, headline) ?? token.pos;
    if (pos === token.pos) return token;
    const lemma = pos === 'VERB' ? (cueLemmaOf(token.lower) ?? token.lemma) : token.lemma;
    return { ...token, pos, lemma };
  });
}

/** A verb that was taken for something else, or `null`. */
function asVerb(tokens: readonly RawToken[], i: number, headline: boolean): PartOfSpeech | null {
  const token = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (!token || /^(?:VERB|AUX)$/.test(token.pos)) return null;
  const { pos, lower } = token;
  if (alwaysVerbs.has(lower)) return before?.pos === 'DET' && after?.pos === 'NOUN' ? null : 'VERB';
  if (!before) return null;
  const leads = tokens[i - 2];
  // "would back the merger", "must not close it"
  const auxiliary = /^(?:not|n't|only|never|now|also)$/.test(before.lower) ? leads : before;
  const isBare = /^(?:back|close|open|free|lower|double|clear)$/.test(lower);
  if (isBare && auxiliary?.pos === 'AUX' && opensComplement(after)) return 'VERB';
  // "voters back the plan"; not "gave voters back the plan"
  const isOpening =
    !leads || /^(?:DET|ADJ|NUM|SCONJ)$/.test(leads.pos) || alwaysVerbs.has(leads.lower);
  if (lower === 'back' && isOpening && isSubjectOf(lower, before) && opensComplement(after))
    return 'VERB';
  if (headline && headlineVerbs.has(lower)) {
    return /^(?:NOUN|PROPN|NUM|PUNCT)$/.test(before.pos) && after?.lower !== 'of' ? 'VERB' : null;
  }
  if (!/^(?:NOUN|ADJ)$/.test(pos)) return null;
  const complement =
    opensComplement(after) || /^(?:how|why|whether|if|what)$/.test(after?.lower ?? '');
  // "Some wonder if", "others question why"
  const isOfSome = /^(?:some|others|many|few|most|both)$/.test(before.lower);
  if (isOfSome && complement && ambiguous.has(lower) && !/s$/.test(lower)) return 'VERB';
  if (lower === 'show' && isShownBy(tokens, i)) return 'VERB';
  // "Smith and Lee support the plan"
  const areTwo = before.pos === 'PROPN' && leads?.lower === 'and' && tokens[i - 3]?.pos === 'PROPN';
  if (areTwo && !/s$/.test(lower) && ambiguous.has(lower) && complement) return 'VERB';
  if (isSubjectOf(lower, before)) {
    const any = after !== undefined && /^(?:NOUN|ADJ|PROPN|DET|NUM|PRON)$/.test(after.pos);
    if (hardlyNouns.has(lower) && any) return 'VERB';
    if (ambiguous.has(lower) && complement) return 'VERB';
  }
  // "…, polls show."
  const isTail = tokens[i - 2]?.text === ',' && after?.text === '.' && isSubjectOf(lower, before);
  if (isTail && /^(?:show|say|suggest|find|report|claim|fear|warn|hope)s?$/.test(lower))
    return 'VERB';
  // "Solberg informed the Council"
  const isPast = /ed$/.test(lower) && cueLemmaOf(lower) !== undefined;
  if (pos === 'ADJ' && isPast && /^(?:PROPN|PRON)$/.test(before.pos) && complement) return 'VERB';
  // "leaders, for their part, doubt that"; "…, ruling that"
  const isAside = before.text === ',' && after?.lower === 'that';
  return isAside && (ambiguous.has(lower) || cueLemmaOf(lower)) ? 'VERB' : null;
}

const documents = wordSet(`
  figures data documents results polls surveys records studies reports papers emails statistics numbers
  estimates files images photos letters findings minutes accounts filings transcripts projections
`);

/** "The figures show unemployment fell", "Documents seen by the paper show that" */
function isShownBy(tokens: readonly RawToken[], i: number): boolean {
  const after = tokens[i + 1];
  if (documents.has(tokens[i - 1]?.lower ?? ''))
    return after !== undefined && /^(?:NOUN|PROPN|ADJ|DET|NUM|PRON|SCONJ)$/.test(after.pos);
  const before = tokens.slice(Math.max(0, i - 8), i - 1);
  return (
    after?.lower === 'that' &&
    before.some(({ lower }) => documents.has(lower)) &&
    before.every(({ text }) => !/^[,;:.]$/.test(text))
  );
}

/** A name, a noun or what stands before it that was taken for something else, or `null`. */
function asNoun(tokens: readonly RawToken[], i: number, headline: boolean): PartOfSpeech | null {
  const token = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (!token) return null;
  const { pos, lower, text } = token;
  if (pos === 'PRON' && endsPhrase(tokens, i + 1)) return 'DET';
  if (pos !== 'PROPN' && opensSurname(tokens, i)) return 'PROPN';
  if (officeNouns.has(lower) && pos === 'ADJ') {
    return after && /^(?:[,.]|said|says)$/.test(after.lower) ? 'NOUN' : null;
  }
  if (pos !== 'VERB') return null;
  if (tokens[i - 2]?.lower === 'according' && before?.lower === 'to') return 'NOUN';
  if (endsPhrase(tokens, i)) return 'NOUN';
  // "closed to bottom trawling"
  if (lower === 'bottom' && /.ing$/.test(after?.lower ?? '')) return 'ADJ';
  if (months.has(text) && before?.pos !== 'PRON') return 'PROPN';
  const isCapital = /^\p{Lu}/u.test(text);
  // "said Josh Lerner"
  const isInner = before !== undefined && before.pos !== 'PUNCT' && !headline;
  if (isCapital && isInner && after && /^\p{Lu}\p{Ll}/u.test(after.text)) return 'PROPN';
  // "Goran Tell of Vessia", "Frank Field said"
  if (isCapital && before?.pos === 'PROPN' && /^\p{Lu}/u.test(before.text)) {
    return after?.lower === 'of' || after?.pos === 'VERB' || after?.text === ',' ? 'PROPN' : null;
  }
  return null;
}

/** "I cannot support this bypass."; not "let this stand." */
function endsPhrase(tokens: readonly RawToken[], i: number): boolean {
  const [leads, before, token, after] = [tokens[i - 2], tokens[i - 1], tokens[i], tokens[i + 1]];
  const isBare = token?.lower === token?.lemma && !/(?:ing|ed)$/.test(token?.lower ?? '');
  return (
    token?.pos === 'VERB' &&
    isBare &&
    /^(?:an?|the|this|every)$/.test(before?.lower ?? '') &&
    /^[.,;:?!”]$/.test(after?.text ?? '') &&
    !/^(?:let|lets|make|makes|made|help|helps|helped|see|saw|watch)$/.test(leads?.lower ?? '')
  );
}

/** "de Groot said", "von der Leyen": the small words of a last name. */
function opensSurname(tokens: readonly RawToken[], i: number): boolean {
  if (!/^(?:de|van|von|der|bin|ibn|du|di|del|della|dos|la|le)$/.test(tokens[i]?.lower ?? ''))
    return false;
  const next = tokens[i + 1];
  const named = /^(?:der|den|la|las|los)$/.test(next?.text ?? '') ? tokens[i + 2] : next;
  return tokens[i - 1]?.pos !== 'DET' && /^\p{Lu}\p{Ll}/u.test(named?.text ?? '');
}

/** Plural before a plural verb, singular before a singular one. */
function isSubjectOf(verb: string, before: RawToken): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(before.pos)) return false;
  const isPlural = /[^s]s$/.test(before.lower);
  return /s$/.test(verb) ? before.pos === 'PROPN' || !isPlural : isPlural;
}

function opensComplement(after: RawToken | undefined): boolean {
  if (!after) return false;
  return (
    /^(?:DET|PROPN)$/.test(after.pos) ||
    /^(?:that|to|it|he|she|they|him|her|them|“)$/.test(after.lower)
  );
}
