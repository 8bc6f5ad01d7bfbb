/**
 * Text → sentences.
 *
 * A splitter of our own: `Intl.Segmenter` breaks after "U.S." and "Mr.", and takes time with the
 * square of the text's length in Node 20.
 */
import { type Range, trimRange } from './range.js';

/** UTF-16 units to each side beyond which a sentence that people are shown is cut. */
const furthest = 400;
/** A quotation left open for longer than this is taken for a stray mark. */
const longestQuotation = 600;

/** Lazily, in order, trimmed. A sentence does not end inside a quotation. */
export function* sentencesIn(text: string, within: Range): Generator<Range> {
  // The look-behind keeps a long run of stops from being tried at each of them.
  // Latin, Arabic and Devanagari stops need white space after them; Chinese and Japanese ones do not.
  const stop =
    /(?<![.!?…؟۔।])[.!?…؟۔।]+(?:\s[”»]|["”’»')\]]*)(?=\s|$)|(?:[。！？｡]+["”’」』）》]*)/gu;
  let { start } = within;
  const quotes = trackQuotes(text, start);
  // Within the range only: a search through the rest of the text, paragraph by paragraph, adds up.
  for (const m of text.slice(within.start, within.end).matchAll(stop)) {
    const at = within.start + m.index;
    const end = at + m[0].length;
    if (quotes.isOpenAt(end) || !isSentenceEnd(text, start, at, m[0], within.end)) continue;
    yield trimRange(text, { start, end });
    start = end;
  }
  const rest = trimRange(text, { start, end: within.end });
  if (rest.start < rest.end) yield rest;
}

/** The first sentence, or the whole range when nothing ends within it. */
export function firstSentence(text: string, within: Range): Range {
  for (const sentence of sentencesIn(text, within)) return sentence;
  return within;
}

/** Of all lines of a text, in order. A line ends one, as the row of a table does. */
export function sentencesOfLines(text: string): readonly Range[] {
  return [...text.matchAll(/[^\n]+/gu)].flatMap(({ index, 0: line }) => [
    ...sentencesIn(text, { start: index, end: index + line.length })
  ]);
}

/** The sentence in which a stretch of a text stands, cut at its nearest ends; for people, not for analysis. */
export function sentenceAround(text: string, range: Range): string {
  const { start, end } = rangeOfSentence(text, range);
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** Where that sentence stands. */
export function rangeOfSentence(text: string, { start, end }: Range): Range {
  const before = text.slice(Math.max(0, start - furthest), start);
  const after = text.slice(end, end + furthest);
  const from = Math.max(
    0,
    ...[...before.matchAll(/[.!?…]["”’)\]]*\s|[\n\r]/g)].map((m) => m.index + m[0].length)
  );
  const to = /[.!?…]["”’)\]]*(?=\s|$)|[\n\r]/.exec(after);
  const rest = to ? to.index + to[0].length : after.length;
  return trimRange(text, { start: start - before.length + from, end: end + rest });
}

function isSentenceEnd(
  text: string,
  start: number,
  at: number,
  stop: string,
  limit: number
): boolean {
  const end = at + stop.length;
  const next = text.slice(end, Math.min(end + 40, limit)).trimStart();
  if (/^[\p{Ll}\p{Pd}]/u.test(next)) return false;
  // “We oppose it.” (reported)
  if (/["”’»']$/u.test(stop) && /^\(\p{Ll}/u.test(next)) return false;
  if (!/^\.["”’»')\]]*$/.test(stop)) return true;
  const before = text.slice(Math.max(start, at - 14), at + 1);
  return !isListNumber(before) && !isGermanDay(before, next) && !endsWithAbbreviation(before, next);
}

function isListNumber(before: string): boolean {
  return /(?:^|[\n\r])\s*\d{1,3}\.$/.test(before);
}

/** “am 3. Mai” */
function isGermanDay(before: string, next: string): boolean {
  return (
    /(?:^|\s)\d{1,2}\.$/.test(before) &&
    /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)(?!\p{L})/u.test(
      next
    )
  );
}

/** Answers for rising offsets only, so that the whole text is looked at once. */
function trackQuotes(text: string, from: number) {
  let at = from;
  let openedAt = -1;
  function isOpenAt(offset: number): boolean {
    for (; at < offset; at++) {
      const open = openedAt >= 0;
      const c = text[at];
      const opened = open ? text[openedAt] : undefined;
      // „…“ and »…« end with what begins others.
      if ((c === '“' && opened === '„') || (c === '«' && opened === '»')) openedAt = -1;
      else if (c === '»' && !open && /[\s(]/.test(text[at - 1] ?? ' ')) openedAt = at;
      else if (c === '“' || c === '„' || c === '«' || c === '「') openedAt = at;
      else if (c === '”' || c === '»' || c === '」') openedAt = -1;
      else if (c === '"') openedAt = open ? -1 : at;
    }
    return openedAt >= 0 && offset - openedAt <= longestQuotation;
  }
  return { isOpenAt };
}

/** Followed by a name or a number: a capital after them starts nothing. */
const leading = new Set(
  (
    'mr mrs ms dr prof sen sens rep reps gov gen col lt sgt capt adm rev hon pres amb st mt ' +
    'mio mrd bzw vgl nr vs cf pp approx est e.g i.e jan feb mar apr jun jul aug sept sep oct nov dec'
  ).split(' ')
);
/** Only before a number: “said no. He left”, “modern art. The museum”. */
const numbered = new Set('no nos fig art sec vol op'.split(' '));
/** May also stand at a sentence's end: what follows decides. */
const either = new Set(
  'u.s u.n u.k e.u d.c n.y p.m a.m inc corp co ltd jr sr etc al u.s.a'.split(' ')
);
/** Words that hardly follow an abbreviation within a sentence. */
const sentenceStarters =
  /^["“‘'(]?(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|His|Her|Their|Its|However|Meanwhile|After|Before|If|When|While|There|Then)\b/;

/** `before` ends with the full stop in question, `next` is what follows it. */
function endsWithAbbreviation(before: string, next: string): boolean {
  const word = /(?:^|[\s("“‘'[—–-])((?:\p{L}\.)*\p{L}+)\.$/u.exec(before)?.[1];
  if (word === undefined) return false;
  const lower = word.toLowerCase();
  if (leading.has(lower)) return true;
  if (numbered.has(lower)) return /^(?:\d|\p{Lu}\d|[IVXLC]{2,}\b)/u.test(next);
  // “(b. 1950)”, “by ca. 1,000 authors”
  if (/(?:[([]\p{Ll}|\bca)\.$/u.test(before) && /^[\d\p{Lu}]/u.test(next)) return true;
  // An initial, as in "J. Smith"; "I." is more often a sentence's last word.
  if (/^\p{Lu}$/u.test(word)) return word !== 'I';
  // "Sen. A.B. Smith", and "the F.B.I."
  const isLetters = /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
  return (isLetters || either.has(lower)) && !sentenceStarters.test(next);
}
