/** Figures: a number, its unit, how exact it is said to be, and the words that say what it measures. */
import type { Draft } from '../../domain/suggestions/draft.js';
import { isPossessiveMark } from '../reading/noun-phrases.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import {
  fractions,
  magnitudes,
  numberWords,
  valueOfFraction,
  valueOfWords
} from '../../domain/text/numbers.js';

export type FoundFigure = Range &
  Pick<Draft['figures'][number], 'value' | 'unit' | 'approx' | 'measures' | 'confidence'>;

const approximations =
  'approximately|about|around|nearly|almost|just over|just under|well over|over|more than|less than|fewer than|at least|at most|up to|roughly|some|an estimated|estimated|as many as|as much as|as little as|as few as|close to|under|above|below|only|no more than|no fewer than|no less than|another|a record|a total of|upwards of';
const words = Object.keys(numberWords).join('|');
const parts = Object.keys(fractions).join('|');
const number = new RegExp(
  `(?<approx>(?<![\\p{L}-])(?:${approximations})\\s)?` +
    '(?<currency>(?:US|C|A|NZ|HK)?\\$|[€£¥₹]|(?:USD|EUR|GBP)\\s)?' +
    `(?:(?<digits>(?<![\\p{L}\\p{N}.,/#:])[-−]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,6})?)` +
    `|(?<fraction>(?<![\\p{L}-])(?:(?:one|two|three|four|five|six|seven|nine|a)[- ](?:${parts})|half(?=\\s(?:of|the|a|an|its|their|all|his|her))))\\b` +
    `|(?<words>(?<![\\p{L}-])(?:(?:${words})(?:[- ](?:${words}))?)\\b(?!-in-)))` +
    '(?<magnitude>(?:\\s|-)?(?:hundred|thousand|million|billion|trillion|bn|mn|tn|dozen)\\b(?:\\s(?:thousand|million|billion|trillion)\\b)?|(?<=\\d)[kKmMbB](?![\\p{L}\\p{N}]))?' +
    '(?<share>\\s?(?:%|per\\s?cent\\b|percentage points?\\b|pc\\b))?',
  'giu'
);
const endsUnit =
  /^(?:of|in|on|at|for|to|from|with|by|and|or|but|that|which|who|is|are|was|were|will|would|has|have|had|as|after|before|since|until|than|when|while|if|the|a|an|this|these|those|his|her|their|its|it|they|he|she|not|also|more|ago|later|earlier|last|next|other|others|each)$/i;
/** UTF-16 units around a figure in a long sentence, to say what it measures. */
const around = 120;

/** Without the numbers in `dates`. In order, without overlap. */
export function findFigures(reading: Reading, dates: readonly Range[]): FoundFigure[] {
  const found: FoundFigure[] = [];
  for (const sentence of reading.sentences) {
    const text = reading.clean.slice(sentence.start, sentence.end);
    for (const m of text.matchAll(number)) {
      const figure = toFigure(reading, sentence, text, m, dates);
      if (figure && figure.start >= (found.at(-1)?.end ?? 0)) found.push(figure);
    }
  }
  return found;
}

function toFigure(
  reading: Reading,
  sentence: Sentence,
  text: string,
  m: RegExpMatchArray,
  dates: readonly Range[]
): FoundFigure | null {
  const { approx, currency, digits, fraction, magnitude, share } = m.groups ?? {};
  const index = m.index ?? 0;
  const end = sentence.start + index + m[0].length;
  const start = sentence.start + index;
  const at = start + (approx?.length ?? 0);
  if (isClock(text, index, index + m[0].length)) return null;
  if (isPartOfOther(text, index + (approx?.length ?? 0), index + m[0].length, m.groups ?? {}))
    return null;
  if (inDates(dates, at, end)) return null;
  const value = valueOf(m.groups ?? {});
  if (!Number.isFinite(value)) return null;
  const measured = share
    ? { unit: /point/i.test(share) ? 'percentage points' : '%', end }
    : currency
      ? { unit: currency.trim(), end }
      : unitBehind(reading, sentence, end, fraction !== undefined);
  if (measured.unit === '' && digits === undefined && !magnitude && fraction === undefined)
    return null;
  return {
    start,
    end: Math.max(end, measured.end),
    value,
    unit: measured.unit,
    approx: approx?.trim().toLowerCase() ?? null,
    measures: contextOf(text, index, index + m[0].length),
    // A bare number is an age, a score or a room: too seldom a figure to show.
    confidence: share || currency || magnitude ? 0.95 : measured.unit ? 0.85 : 0.4
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function valueOf({ digits, fraction, words: inWords, magnitude }: Groups): number {
  let value = digits
    ? Number(digits.replace(/,/g, '').replace('−', '-'))
    : fraction
      ? valueOfFraction(fraction)
      : valueOfWords(inWords ?? '');
  for (const word of magnitude?.trim().replace(/^-/, '').toLowerCase().split(/\s+/) ?? [])
    value *= magnitudes[word] ?? 1;
  return Number(value.toPrecision(12));
}

/** "18.40 The river": the time of an entry. */
function isClock(text: string, from: number, to: number): boolean {
  const starts = text.slice(0, from).trim() === '';
  return (
    starts &&
    /^\d{1,2}[.:]\d{2}$/.test(text.slice(from, to).trim()) &&
    /^\s+["“\p{Lu}]/u.test(text.slice(to))
  );
}

/** A year, a clock time, an ordinal, a range's half, "no one", "one of them": no figures. */
function isPartOfOther(text: string, from: number, to: number, groups: Groups): boolean {
  const before = text.slice(Math.max(0, from - 14), from).toLowerCase();
  const after = text.slice(to, to + 24).toLowerCase();
  const plain = !groups['share'] && !groups['currency'] && !groups['magnitude'];
  if (groups['digits']) {
    if (/^(?:st|nd|rd|th)\b|^:\d|^\/\d|^-\d{1,2}\b(?!\d)|^,\d/.test(after) && plain) return true;
    if (/^\s?(?:a\.?m|p\.?m|o'clock)\b/.test(after)) return true;
    if (
      plain &&
      /^(?:1[5-9]|20)\d{2}$/.test(groups['digits']) &&
      !/^\s+(?:[a-z]+-)?[a-z]{3,}s\b/.test(after)
    )
      return true;
    if (
      plain &&
      /\b(?:article|section|chapter|page|no\.|number|room|flight|resolution|route|highway|part|act|level|phase|day|covid-?|g|f-|mp|lot)\s?$/.test(
        before
      )
    )
      return true;
    return (
      /^\p{L}/u.test(after) &&
      !/^(?:kg|km|m|cm|mm|c|f|mw|gw|kw|mph|kph|ft|lb|oz|g|l)\b/.test(after) &&
      plain
    );
  }
  if (groups['words'] && plain) {
    // "one strategist", "the two sides": no count that anybody would check.
    if (/^one$/i.test(groups['words'])) return !/^ (?:in|out of) \w/.test(after);
    const pair = /^ (?:sides|countries|men|women|leaders|nations|parties|other)\b/;
    return /^two$/i.test(groups['words']) && pair.test(after);
  }
  return false;
}

function inDates(dates: readonly Range[], start: number, end: number): boolean {
  let [low, high] = [0, dates.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const date = dates[middle];
    if (!date) return false;
    if (date.end <= start) low = middle + 1;
    else if (date.start >= end) high = middle - 1;
    else return true;
  }
  return false;
}

/** "24 oblasts", "1.6 million civilians", "three-quarters of the region" */
function unitBehind(
  { clean }: Reading,
  { tokens }: Sentence,
  end: number,
  isFraction: boolean
): { unit: string; end: number } {
  let first = tokens.findIndex(({ start }) => start >= end);
  if (first < 0) return { unit: '', end };
  const hyphen = tokens[first]?.text === '-' && tokens[first]?.start === end;
  if (hyphen) first++;
  const of = tokens[first]?.lower === 'of';
  if (of && (isFraction || isPart(tokens, first))) {
    let last = first;
    while (
      /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(tokens[last + 1]?.pos ?? '') &&
      last - first < 6
    )
      last++;
    const token = tokens[last];
    return token && last > first
      ? { unit: clean.slice(tokens[first]?.start ?? end, token.end), end: token.end }
      : { unit: '', end };
  }
  let last = -1;
  for (let i = first; i < first + 4; i++) {
    const token = tokens[i];
    if (
      !token ||
      endsUnit.test(token.lower) ||
      token.quoted !== tokens[first]?.quoted ||
      isPossessiveMark(token)
    )
      break;
    const joined = token.text === '-' && token.start === tokens[i - 1]?.end;
    if (!/^(?:ADJ|NOUN|PROPN)$/.test(token.pos) && !(hyphen && i === first) && !joined) break;
    if (/^(?:NOUN|PROPN)$/.test(token.pos) || (hyphen && i === first)) last = i;
  }
  const token = tokens[last];
  const opener = tokens[first];
  return token && opener
    ? { unit: clean.slice(opener.start, token.end), end: token.end }
    : { unit: '', end };
}

/** "Seven of the nine members" */
function isPart(tokens: Sentence['tokens'], of: number): boolean {
  return /^(?:the|its|his|her|their|every|those|these)$/.test(tokens[of + 1]?.lower ?? '');
}

/** The sentence, or the words around the figure in a long one. */
function contextOf(text: string, from: number, to: number): string {
  const whole = text.length <= 2 * around + 40;
  const part = whole
    ? text
    : text.slice(Math.max(0, from - around), to + around).replace(/^\S*\s|\s\S*$/g, '');
  return part.replace(/\s+/g, ' ').trim();
}
