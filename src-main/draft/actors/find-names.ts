/** Proper names: runs of capitalised words that are more than the start of a sentence. */
import type { Reading, Sentence } from '../reading/reading.js';
import { type Token, wordSet } from '../reading/tagger.js';
import { isGivenName, opensSurname, particles, tailAt } from './small-words.js';
import {
  isOrganisationName,
  isOrganisationWord,
  isRole,
  isTitle
} from '../../domain/text/name-words.js';
import { datelinesIn, isWithin } from './filed-by.js';
import { fieldsOfBody, isFieldOfBody, isPluralOwner } from './fields-of-body.js';
import { isEverydayWord, isKind } from './word-lists.js';

export interface FoundName {
  readonly sentence: Sentence;
  /** Tokens of the sentence, inclusive. */
  readonly first: number;
  readonly last: number;
}

const notNames = wordSet(`
  The A An In On At By For From To With And But Or If When While After Before As Of It He She They We I
  You His Her Their Its Our My Your This That These Those There Here What Who Why How Where Which Not No
  Yes So Then Now Also Still Yet However Meanwhile Although Though Because Since Until According Asked
  Speaking Earlier Later Last Next Both Many Most Some Several Few All Each Every Other Others Another
  Such Even Just Only Once One Two Three Four Five Six Seven Eight Nine Ten More Less Over Under Despite
  During Following Prior Recent Recently Is Are Was Were Be Been Has Have Had Do Does Did Will Would
  Could Should May Might Must Can About Among Between Instead Let Well Perhaps Maybe Please Thank Like
  Unlike First Second Third Finally Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
  February March April June July August September October November December Jan Feb Mar Apr Jun Jul Aug
  Sept Sep Oct Nov Dec Christmas Easter Thanksgiving I'm God Internet AM PM OK Q
  Additionally Separately Similarly Nevertheless Nonetheless Overall Officials Critics Analysts Experts
  Local Senior Government Media Police Residents Investors Voters Researchers Scientists Republican-led
`);
/** In lower case even in a headline in title case. */
const smallWords = wordSet(
  'a an and as at but by for from in into is it its nor not of off on or over per so the than that to up via vs was with will be his her'
);
const takesOf =
  /\b(?:Department|Ministry|University|Secretary|Minister|House|Bank|Institutes?|Cent(?:er|re)s?|Council|Office|Bureau|Committee|Association|Union|Board|Church|Chamber|Court|Director|Commission|Agency|Society|Republic|Kingdom|States?|College|Academy|School|Organi[sz]ation|Federation|League|Bay|Gulf|Duke|Prince|Democrats?|Republicans?|Parliament|Army|Isle|Archbishop|Bishop|Speaker|Museum|Ministers?|Chief|Governor|Mayor|King|Queen|Bishop|Confederation|Port|City|Faculty|Trades|Friends|Sea|Strait|Cape|Registry|Journal|Commonwealth|Corps|Order|Sons|Daughters|Brotherhood|Knights|Library|Conference|Senate|Attorney|District|Diocese|Archdiocese|Province|Principality|Duchy|Emirate|Emirates|Sultanate|Territory|Municipality|Borough|Village|Town|Conservatory|Alliance|Front|Movement|Assembly|Network|Fund|Chancellor|Dean|Forum|Battle|Siege|Treaty)$/;

export function findNames(reading: Reading): FoundName[] {
  const words = surveyWords(reading);
  const datelines = datelinesIn(reading);
  return reading.sentences
    .flatMap((sentence) => namesIn(sentence, words))
    .filter(({ sentence, first }) => !isWithin(datelines, sentence.tokens[first]?.start ?? -1));
}

interface Words {
  /** Seen in lower case somewhere. */
  readonly lower: ReadonlySet<string>;
  /** Seen with a capital within a sentence of the body. */
  readonly inner: ReadonlyMap<string, number>;
  /** Of last names with small words before them, from first names on: "de Groot". */
  readonly tails: ReadonlySet<string>;
}

function surveyWords({ sentences }: Reading): Words {
  const lower = new Set<string>();
  const inner = new Map<string, number>();
  const tails = new Set<string>();
  for (const { tokens, headline } of sentences) {
    if (headline && isTitleCase(tokens)) continue;
    tokens.forEach((token, i) => {
      if (/^\p{Ll}/u.test(token.text)) lower.add(token.lower);
      if (particles.test(token.text) && /^\p{Lu}\p{Ll}/u.test(tokens[i - 1]?.text ?? ''))
        tails.add(tailAt(tokens, i));
      if (i > 0 && !startsAfresh(tokens, i) && /^\p{Lu}/u.test(token.text))
        inner.set(token.text, (inner.get(token.text) ?? 0) + 1);
    });
  }
  return { lower, inner, tails };
}

function namesIn(sentence: Sentence, words: Words): FoundName[] {
  const { tokens } = sentence;
  const titleCase = isTitleCase(tokens);
  const isName = (i: number) => isNameWord(tokens, i, titleCase, words);
  const found: FoundName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isName(i)) continue;
    let last = i;
    for (
      let next = nextOf(tokens, i, last, isName, titleCase);
      next > last;
      next = nextOf(tokens, i, last, isName, titleCase)
    )
      last = next;
    found.push({ sentence, first: i, last });
    i = last;
  }
  return found;
}

/** The last token of the name when it goes on behind `last`, else `last`. */
function nextOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  isName: (i: number) => boolean,
  titleCase: boolean
): number {
  const here = tokens[last];
  const next = tokens[last + 1];
  const after = tokens[last + 2];
  if (!here || !next || next.quoted !== here.quoted) return last;
  const gap = next.start - here.end;
  if (isName(last + 1)) {
    if (gap > 1 && !/^\p{Lu}\.?$/u.test(here.text)) return last;
    return titleCase && isKind(here.text, 'Country') ? last : last + 1;
  }
  if (
    next.text === '.' &&
    gap === 0 &&
    after &&
    isName(last + 2) &&
    (/^\p{Lu}$/u.test(here.text) || isTitle(here.text))
  )
    return last + 2;
  // "Kim Jong-un"
  if (next.text === '-' && gap === 0 && last > first && isGivenName(tokens, first, last + 2))
    return last + 2;
  if (next.text === '-' && gap === 0 && after?.start === next.end && isName(last + 2)) {
    return isKind(here.text, 'Country', 'Demonym') || isKind(after.text, 'Country', 'Demonym')
      ? last
      : last + 2;
  }
  if (isPluralOwner(here, next) && gap === 0 && isName(last + 2)) {
    // "Steelworkers' Community Union"
    let end = last + 2;
    while (end < last + 5 && isName(end + 1)) end++;
    return isOrganisationWord(tokens[end]?.text ?? '') ? end : last;
  }
  // "St Brannoc's Hospital"
  const isSaint = last > first && /^(?:St|Saint)$/.test(tokens[first]?.text ?? '');
  if (isSaint && next.lower === "'s" && isName(last + 2) && isSite(after?.text)) return last + 2;
  const joint = next.lower;
  const target = tokens[last + 2]?.lower === 'the' ? last + 3 : last + 2;
  if ((particles.test(joint) || joint === 'y') && joint !== 'al') {
    for (let k = last + 2; k <= last + 3; k++)
      if (isName(k) && tokens.slice(last + 2, k).every((t) => particles.test(t.lower))) return k;
    return last;
  }
  if (joint === 'al' && after?.text === '-' && isName(last + 3)) return last + 3;
  if (!isName(target) || (target === last + 3 && !/^(?:of|for)$/.test(joint))) return last;
  const left = tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');
  if (joint === '&') return last + 2;
  if (/^(?:of|for|on)$/.test(joint)) {
    const takes = takesOf.test(left) || (joint !== 'on' && isOrganisationName(here.text));
    return takes ? target : last;
  }
  if (joint === 'and' && isFieldOfBody(tokens.slice(first, last + 1), left)) {
    // "Food and Drug Administration", "National Oceanic and Atmospheric Administration"
    let end = target;
    while (end < target + 3 && isName(end + 1) && !isTitle(tokens[end + 1]?.text ?? '')) end++;
    const closer = tokens[end]?.text ?? '';
    if (end > target && (isOrganisationWord(closer) || closer === 'Index')) return end;
  }
  return joint === 'and' && fieldsOfBody.test(left) ? last + 2 : last;
}

function isNameWord(
  tokens: readonly Token[],
  i: number,
  titleCase: boolean,
  words: Words
): boolean {
  const { lower, inner } = words;
  const token = tokens[i];
  if (!token || !/^\p{Lu}/u.test(token.text))
    return (
      opensSurname(tokens, i, words.tails) ||
      (/^(?:al|el)$/.test(token?.lower ?? '') &&
        tokens[i + 1]?.text === '-' &&
        /^\p{Lu}/u.test(tokens[i + 2]?.text ?? ''))
    );
  const { text } = token;
  // "C$"
  if (/\p{Sc}/u.test(text)) return false;
  if (text === 'First' && /^Nations?$/.test(tokens[i + 1]?.text ?? '')) return true;
  if (notNames.has(text)) return ownsBody(tokens, i);
  if (/^(?:National|Federal)$/.test(text) && !opensBody(tokens[i + 1])) return false;
  if (isShouted(tokens, token)) {
    const proper = text.slice(0, 1) + text.slice(1).toLowerCase();
    return isKind(text, 'Country') || isOrganisationName(text) || inner.has(proper);
  }
  // "the Western alliance"
  const goesOn = /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '');
  if (token.pos === 'ADJ' && !goesOn && isEverydayWord(text)) return false;
  // "May" the person only where she acts or is titled.
  if (text === 'May') return token.pos === 'PROPN' && isTitle(tokens[i - 1]?.text ?? '');
  const isAcronym = /^\p{Lu}{2,4}$/u.test(text);
  if (titleCase)
    return isKind(text, 'Country') || (inner.has(text) && !lower.has(token.lower)) || isAcronym;
  if (i === 0 || startsAfresh(tokens, i)) return isNameAtStart(tokens, i, lower, inner);
  return true;
}

function isSite(word = ''): boolean {
  return /^(?:Hospital|Infirmary|Hospice|School|College|Church|Cathedral|Hall|Palace|Park|Primary|Academy)$/.test(
    word
  );
}

/** "Residents' Association" */
function ownsBody(tokens: readonly Token[], i: number): boolean {
  const [owner, mark, body] = tokens.slice(i, i + 3);
  return (
    owner !== undefined &&
    mark !== undefined &&
    isPluralOwner(owner, mark) &&
    /^\p{Lu}/u.test(body?.text ?? '') &&
    isOrganisationWord(body?.text ?? '')
  );
}

/** "National Archives", "Federal Reserve"; not "National parks". */
function opensBody(next: Token | undefined): boolean {
  return next !== undefined && /^\p{Lu}/u.test(next.text) && !notNames.has(next.text);
}

function isNameAtStart(
  tokens: readonly Token[],
  i: number,
  lower: ReadonlySet<string>,
  inner: ReadonlyMap<string, number>
): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token) return false;
  if (inner.has(token.text)) return true;
  // "Van der Berg spoke"
  if (
    particles.test(token.lower) &&
    next &&
    (particles.test(next.lower) || /^\p{Lu}/u.test(next.text))
  )
    return true;
  const goesOn =
    next !== undefined &&
    next.start - token.end <= 1 &&
    /^\p{Lu}/u.test(next.text) &&
    next.pos === 'PROPN' &&
    !notNames.has(next.text);
  if (isTitle(token.text) || isRole(token.text)) {
    return next !== undefined && /^\p{Lu}/u.test(next.text) && !notNames.has(next.text);
  }
  if (isKind(token.text, 'Country', 'City', 'Demonym', 'Organization', 'Region', 'Place'))
    return true;
  if (lower.has(token.lower)) return false;
  if (isKind(token.text, 'FirstName', 'MaleName', 'FemaleName', 'LastName', 'Person'))
    return goesOn || token.pos === 'PROPN';
  if (isEverydayWord(token.text)) return goesOn && token.pos === 'PROPN';
  return token.pos === 'PROPN' || goesOn || /^\p{Lu}{2,}$/u.test(token.text);
}

/** One of four or more words of a sentence in capitals. */
function isShouted(tokens: readonly Token[], { text }: Token): boolean {
  const capitals = /^\p{Lu}{2,}$/u;
  return capitals.test(text) && tokens.filter((other) => capitals.test(other.text)).length > 3;
}

/** Behind an opening mark, a colon or a bullet, where any word may have a capital. */
function startsAfresh(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!before) return true;
  if (/^[“‘([]$/.test(before.text)) return true;
  return (
    /^[•*–—:.?!]$/.test(before.text) &&
    !(
      before.text === '.' &&
      tokens[i - 2]?.end === before.start &&
      (tokens[i - 2]?.text.length ?? 9) < 4
    )
  );
}

/** No word in lower case but the small ones. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}{2,}/u.test(text));
  const small = words.filter(({ text }) => /^\p{Ll}/u.test(text));
  return (
    words.length > 3 &&
    small.every(({ text }) => text.length < 5 && smallWords.has(text)) &&
    words.length > 1.5 * small.length
  );
}
