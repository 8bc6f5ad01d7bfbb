/** Where, behind a cue verb, what is said begins: past its preposition, its listener and its occasion. */
import { isNominal, isTemporal, phraseStartingAt } from '../reading/noun-phrases.js';
import type { Token } from '../reading/tagger.js';
import { cueLemmaOf, cueNouns, toAddressee, toListener } from './cues.js';
import { type CueLink, opensQuote } from './finding.js';
import { phrasalLength } from './phrasal-cues.js';

export interface ContentStart {
  /** The first token of what is said. */
  readonly at: number;
  readonly link: CueLink;
  /** The last token of the cue: a preposition may belong to it. */
  readonly cueEnd: number;
  /** Only an occasion follows: what is said stands elsewhere. */
  readonly occasion: boolean;
}

const questionWords = /^(?:if|whether|what|why|how|when|where|who|which)$/;
/** How far behind the verb "that", a quotation or a colon is looked for. */
const reach = 16;

export function findContentStart(tokens: readonly Token[], verb: number): ContentStart | null {
  const lemma = cueLemmaOf(tokens[verb]?.lower ?? '') ?? tokens[verb]?.lemma ?? '';
  let cueEnd = verb;
  if (tokens[verb + 1]?.lower === 'in' && tokens[verb + 2]?.lower === 'principle')
    cueEnd = verb + 2;
  const next = tokens[cueEnd + 1];
  if (!next) return null;
  const more = phrasalLength(tokens, verb, cueEnd + 1);
  if (more > 0) return afterPhrase(tokens, lemma, verb, cueEnd + more);
  const at = cueEnd + 1;
  if (next.lower === 'that' && tokens[at + 1]) return { at, link: 'that', cueEnd, occasion: false };
  if (opensQuote(next)) return { at, link: 'quote', cueEnd, occasion: false };
  const marked = findMark(tokens, lemma, at, cueEnd);
  if (marked) return marked;
  if (toListener.has(lemma) || toAddressee.has(lemma)) {
    const told = afterPerson(tokens, lemma, at, cueEnd);
    if (told) return told;
  }
  const past = pastOccasion(tokens, at);
  if (past > at) {
    const token = tokens[past];
    if (token && (startsClause(token) || opensNumber(tokens, past)))
      return { at: past, link: 'clause', cueEnd, occasion: false };
    return { at, link: 'phrase', cueEnd, occasion: true };
  }
  if (next.lower === 'to' && tokens[at + 1])
    return { at, link: 'infinitive', cueEnd, occasion: false };
  // "decided not to run"
  if (next.lower === 'not' && tokens[at + 1]?.lower === 'to' && tokens[at + 2])
    return { at, link: 'infinitive', cueEnd, occasion: false };
  if (questionWords.test(next.lower)) return { at, link: 'question', cueEnd, occasion: false };
  return { at, link: 'clause', cueEnd, occasion: false };
}

function afterPhrase(
  tokens: readonly Token[],
  lemma: string,
  verb: number,
  cueEnd: number
): ContentStart | null {
  const at = cueEnd + 1;
  const first = tokens[at];
  if (!first) return null;
  if (lemma === 'call' && /^(?:on|upon)$/.test(tokens[verb + 1]?.lower ?? ''))
    return { at, link: 'infinitive', cueEnd, occasion: false };
  if (first.lower === 'that') return { at, link: 'that', cueEnd, occasion: false };
  const marked = findMark(tokens, lemma, at, cueEnd);
  // "point out, as others have, that"; not "raised questions about the claim that"
  if (marked && (marked.link === 'colon' || first.text === ',')) return marked;
  if (opensQuote(first)) return { at, link: 'quote', cueEnd, occasion: false };
  const link = questionWords.test(first.lower) ? 'question' : 'phrase';
  return { at, link, cueEnd, occasion: false };
}

/** "that", a quotation or a colon behind a listener or an occasion. */
function findMark(
  tokens: readonly Token[],
  lemma: string,
  at: number,
  cueEnd: number
): ContentStart | null {
  for (let i = at; i < Math.min(tokens.length, at + reach); i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (!token || !before) return null;
    // "responded by saying that": the nearer verb's.
    if (i > at && token.pos === 'VERB' && /ing$/.test(token.lower) && cueLemmaOf(token.lower))
      return null;
    if (token.text === ':' && tokens[i + 1])
      return { at: i + 1, link: 'colon', cueEnd, occasion: false };
    if (token.lower === 'that' && i > at) {
      const after = tokens[i + 1];
      // A relative clause has its verb at once: "told the man that sold it".
      // "repeated the claim that" hangs on the noun.
      const isOccasion = tokens[at]?.pos === 'ADP';
      // "adding sugar to the drinks that they sell"
      const takesThing =
        !isOccasion &&
        !isTemporal(tokens[at] ?? token) &&
        isNominal(before) &&
        /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[at]?.pos ?? '');
      if (takesThing && !takesListener(lemma)) return null;
      if (cueNouns.has(before.lower) && before.pos === 'NOUN' && !isOccasion) return null;
      if (after && after.pos !== 'VERB' && after.pos !== 'AUX' && before.pos !== 'ADP')
        return { at: i, link: 'that', cueEnd, occasion: false };
    }
    if (opensQuote(token)) {
      const introduced =
        /^[,:]$/.test(before.text) || (toListener.has(lemma) && !/^(?:DET|ADP)$/.test(before.pos));
      if (introduced) return { at: i, link: 'quote', cueEnd, occasion: false };
      // "said on “Face the Week” that"
      const isOccasion = tokens[at]?.pos === 'ADP' || isTemporal(tokens[at] ?? token);
      const close = tokens.findIndex(({ text }, k) => k > i && text === '”');
      if (!isOccasion || close < 0) return null;
      i = close;
      continue;
    }
    if (i > at && (token.pos === 'VERB' || token.pos === 'AUX') && !/ing$/.test(token.lower))
      return null;
    if (
      token.text === ',' &&
      i > at &&
      // "found, after a short trial, that"
      !(tokens[at]?.text === ',' && tokens[i + 1]?.lower === 'that') &&
      !toListener.has(lemma) &&
      !/^(?:say|write|add|state|post|declare|announce|insist|warn)$/.test(lemma)
    )
      return null;
    if (/^[.;?!]$/.test(token.text) && !token.quoted) return null;
  }
  return null;
}

function takesListener(lemma: string): boolean {
  return (
    toListener.has(lemma) ||
    toAddressee.has(lemma) ||
    /^(?:promise|show|teach|write|put|have|make|quote|signal|swear|vow|pledge|announce)$/.test(
      lemma
    )
  );
}

/** "told reporters the plan", "urged Congress to act", "accused her of lying" */
function afterPerson(
  tokens: readonly Token[],
  lemma: string,
  at: number,
  cueEnd: number
): ContentStart | null {
  const person = tokens[at];
  if (!person) return null;
  const isObject = /^(?:him|her|them|us|me|himself|herself|themselves|it|you)$/.test(person.lower);
  const phrase = isObject ? ([at, at] as const) : phraseStartingAt(tokens, at, tokens.length - 1);
  if (!phrase) return null;
  let next = (listenerEnd(tokens, lemma, phrase) ?? phrase[1]) + 1;
  if (tokens[next]?.text === ',') next++;
  const token = tokens[next];
  if (!toListener.has(lemma)) {
    const link = token?.lower === 'to' ? 'infinitive' : 'phrase';
    return { at, link, cueEnd, occasion: false };
  }
  const past = pastOccasion(tokens, next);
  const first = tokens[past];
  // "warned the dam could fail": nobody is warned.
  const acts = lemma !== 'tell' && past === next && /^(?:AUX|VERB)$/.test(first?.pos ?? '');
  if (acts && !/(?:ing|ed)$/.test(first?.lower ?? ''))
    return { at, link: 'clause', cueEnd, occasion: false };
  if (!first || /^[.;,?!]$/.test(first.text)) {
    return { at, link: 'phrase', cueEnd, occasion: lemma === 'tell' || lemma === 'inform' };
  }
  if (first.lower === 'to') return { at: past, link: 'infinitive', cueEnd, occasion: false };
  if (first.lower === 'that') return { at: past, link: 'that', cueEnd, occasion: false };
  if (questionWords.test(first.lower))
    return { at: past, link: 'question', cueEnd, occasion: false };
  if (first.pos === 'ADP') return { at: past, link: 'phrase', cueEnd, occasion: false };
  return { at: past, link: 'clause', cueEnd, occasion: false };
}

const listeners =
  /^(?:reporters|journalists|lawmakers|legislators|mps|senators|supporters|viewers|listeners|readers|investors|shareholders|delegates|colleagues|residents|police|prosecutors|jurors|analysts|crowd|audience|parliament|congress|broadcaster|newspaper|inquiry|hearing)$/;

const outlets =
  /^(?:CNN|NBC|CBS|ABC|MSNBC|BBC|NPR|AFP|AP|ITV|Reuters|Politico|Bloomberg|Axios|Newsweek|Fox)$/;

/** Who is told, where the nouns behind are the subject of what is said: "told reporters voters back it". */
function listenerEnd(
  tokens: readonly Token[],
  lemma: string,
  [first, last]: readonly [number, number]
): number | null {
  if (lemma !== 'tell') return null;
  // "told CNN Smith would run"
  if (last > first && outlets.test(tokens[first]?.text ?? '')) return first;
  for (let i = first; i < Math.min(last, first + 4); i++) {
    if (!listeners.test(tokens[i]?.lower ?? '')) continue;
    return /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[i + 1]?.pos ?? '') ? i : null;
  }
  return null;
}

/** Behind "on Monday", "in a statement", "Friday", "during a rally in Ohio": the same place when there is none. */
function pastOccasion(tokens: readonly Token[], from: number): number {
  let i = from;
  for (let hops = 0; hops < 4; hops++) {
    const token = tokens[i];
    if (!token || opensNumber(tokens, i)) return i;
    if (isTemporal(token)) i++;
    else if (
      /^(?:last|this|early|late|earlier|later)$/.test(token.lower) &&
      tokens[i + 1] &&
      isTemporal(tokens[i + 1] ?? token)
    )
      i += 2;
    else if (
      token.pos === 'ADV' &&
      !questionWords.test(token.lower) &&
      !/^(?:not|never|only|just|even|more|there|n't)$/.test(token.lower)
    )
      i++;
    else if (
      token.pos === 'ADP' &&
      /^(?:on|in|at|during|after|before|from|via|through|to)$/.test(token.lower)
    ) {
      // "on Monday talks would resume": the day alone.
      const day = /^(?:on|in)$/.test(token.lower) && isTemporal(tokens[i + 1] ?? token);
      const phrase = day ? null : phraseStartingAt(tokens, i + 1, tokens.length - 1);
      if (!day && !phrase) return i;
      let last = phrase?.[1] ?? i + 1;
      while (isTemporal(tokens[last + 1] ?? token)) last++;
      i = last + 1;
    } else return i;
  }
  return i;
}

/** “about 300 crates”, “at least 30 people”, which open what is said. */
function opensNumber(tokens: readonly Token[], i: number): boolean {
  const isPair =
    /^(?:at (?:least|most)|up to|more than|(?:less|fewer) than|just (?:over|under)|close to|as many|only about)$/.test(
      `${tokens[i]?.lower} ${tokens[i + 1]?.lower}`
    );
  const isOne =
    /^(?:about|around|nearly|almost|roughly|approximately|some|over|only|barely|under)$/.test(
      tokens[i]?.lower ?? ''
    );
  const next = tokens[i + (isPair ? 2 : 1)];
  return (
    (isPair || isOne) &&
    next !== undefined &&
    (next.pos === 'NUM' || /^(?:[$€£]|half|as)$/.test(next.text))
  );
}

function startsClause({ pos, lower }: Token): boolean {
  return /^(?:NOUN|PROPN|PRON|NUM|DET|ADJ)$/.test(pos) || /^(?:no|there|it|if)$/.test(lower);
}
