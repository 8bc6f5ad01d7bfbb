/** Figures: a number, its unit, how exact it is said to be, what it measures and for which time. */
import { firstIndexWhere } from '../../domain/base/by-halves.js';
import type { Draft } from '../../domain/suggestions/draft.js';
import { correctionAround, deniedNumbers, deniesNext } from '../../domain/text/denied-numbers.js';
import { isNominal, isPossessiveMark } from '../reading/noun-phrases.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { FoundDate } from './find-dates.js';
import { measureOf } from './measure-of-figure.js';
import { isPartOfOther } from './part-of-other.js';
import type { Range } from '../../domain/text/range.js';
import {
  firstOf,
  isClock,
  number,
  rangeUpTo,
  signOfNumber,
  valueOfNumber
} from './written-figures.js';

export type FoundFigure = Range & Omit<Draft['figures'][number], 'text'>;

/** What a bare number counts. */
const isTally = /^(?:[\p{L}-]+\s)?(?:toll|population|tally|death count)\b/u;
const endsUnit =
  /^(?:of|in|on|at|for|to|from|with|by|and|or|but|that|which|who|is|are|was|were|will|would|has|have|had|as|after|before|since|until|than|when|while|if|the|a|an|this|these|those|his|her|their|its|it|they|he|she|not|also|more|ago|later|earlier|last|next|other|others|each)$/i;
const denial = /,\s(?:not|rather than)\s[^,.;:]{1,80}(?:,(?=\s)|(?=[.;:]))/giu;
/** UTF-16 units of “between US$1,200.50 million and ”. */
const longestStart = 60;
/** UTF-16 units around a figure in a long sentence, to say what it measures. */
const around = 120;

/** Without the numbers in `allDates`, unless these are lengths of time. In order, without overlap. */
export function findFigures(reading: Reading, allDates: readonly FoundDate[]): FoundFigure[] {
  // “three years” is a figure as well.
  const dates = allDates.filter(({ isDuration }) => !isDuration);
  const found: FoundFigure[] = [];
  let wrong: FoundFigure | null = null;
  for (const sentence of reading.sentences) {
    const text = reading.clean.slice(sentence.start, sentence.end);
    if (!signOfNumber.test(text)) continue;
    const correction = correctionAround(reading.clean, sentence);
    const denies = deniedNumbers(
      correction ? reading.clean.slice(correction.start, correction.end) : text
    );
    const spoken = denies.length > 0 ? withoutDenied(sentence, text) : sentence;
    for (const m of text.matchAll(number)) {
      const plain = toFigure(reading, spoken, text, m, dates);
      const measures = plain?.measures.replace(denial, '') ?? '';
      const told: FoundFigure | null = plain && denies.length > 0 ? { ...plain, measures } : plain;
      if (told && correction && denies.includes(told.value)) {
        wrong = told;
        continue;
      }
      // “It has 12.”
      const isBare = told?.unit === '' && correction !== null;
      const isSame = isBare && (wrong?.start ?? -1) >= correction.start;
      const figure = isSame ? asCorrected(told, wrong) : told && ofSameChange(told, found.at(-1));
      if (!figure) continue;
      // The first number of a range was one of its own.
      while ((found.at(-1)?.start ?? -1) >= figure.start) found.pop();
      const before = found.at(-1);
      if (!before || figure.start >= before.end) found.push(figure);
      else if (figure.end > before.end && sentence.start + m.index >= before.end)
        // "about six to eight hundred": what is said of the first is said of both.
        found[found.length - 1] = { ...figure, start: before.start, approx: before.approx };
    }
  }
  return found;
}

/** “It would raise fares by 7 %. A second study puts the rise at 2 %.” */
function ofSameChange(figure: FoundFigure, before: FoundFigure | undefined): FoundFigure {
  const way = /^(?:rise|fall)$/.exec(figure.measures)?.[0] ?? '';
  const isSame = way !== '' && before?.measures.startsWith(`${way} in `) === true;
  const isNear = isSame && figure.start - before.end < around;
  return isNear ? { ...figure, measures: before.measures } : figure;
}

/** It counts or measures what the wrong one was to count or measure. */
function asCorrected(figure: FoundFigure, wrong: FoundFigure | null): FoundFigure {
  const { unit, measures, confidence } = wrong ?? figure;
  return { ...figure, unit, measures, confidence };
}

function toFigure(
  reading: Reading,
  sentence: Sentence,
  text: string,
  m: RegExpMatchArray,
  dates: readonly FoundDate[]
): FoundFigure | null {
  const { approx, digits, fraction, ratio, magnitude, share, pence } = m.groups ?? {};
  const index = m.index ?? 0;
  const end = sentence.start + index + m[0].length;
  const at = sentence.start + index + (approx?.length ?? 0);
  const isAlone = approx !== undefined || ratio !== undefined;
  const last = valueOfNumber(m.groups ?? {});
  const range = isAlone
    ? null
    : rangeUpTo(text.slice(Math.max(0, index - longestStart), index), m.groups ?? {}, last);
  // "$5 to 10 million": the mark stands before the first.
  const currency = m.groups?.['currency'] ?? range?.groups?.['currency'];
  const start = sentence.start + (range ? Math.max(0, index - longestStart) + range.index : index);
  if (isClock(text, index, index + m[0].length)) return null;
  // “not 62 million”, but “not more than 20”
  const isBound = /^(?:more|less|fewer)\b/i.test(approx ?? '');
  if (!isBound && deniesNext(text.slice(0, index))) return null;
  if (isPartOfOther(text, index + (approx?.length ?? 0), index + m[0].length, m.groups ?? {}))
    return null;
  if (fraction !== undefined && isOrdinal(sentence, fraction, end)) return null;
  if (inDates(dates, at, end)) return null;
  const told = range ? firstOf(range, m.groups ?? {}, last) : last;
  if (!Number.isFinite(told)) return null;
  const amount = share
    ? { unit: /point/i.test(share) ? 'percentage points' : '%', end }
    : (currency ?? pence)
      ? { unit: (currency ?? pence ?? '').trim(), end }
      : ratio
        ? shareOf(unitBehind(reading, sentence, end, false))
        : unitBehind(reading, sentence, end, fraction !== undefined);
  const part = fraction === undefined ? null : ofCount.exec(amount.unit);
  const value = part ? told * Number(part[1]?.replaceAll(',', '')) : told;
  const measured = share
    ? amount
    : withRate(text, sentence.start, part ? { ...amount, unit: part[2] ?? '' } : amount);
  if (measured.unit === '' && digits === undefined && !magnitude && !fraction && !ratio)
    return null;
  const whole = { start, end: Math.max(end, measured.end) };
  // A part of something is a share of it: “three-quarters of the region”.
  const isCounted =
    !share && !currency && !pence && measured.unit !== '' && !/^of\s/i.test(measured.unit);
  const { words, date } = measureOf(
    reading,
    sentence,
    {
      whole: isCounted ? whole : { start: whole.start, end },
      counted: isCounted ? { start: whole.end - measured.unit.length, end: whole.end } : null,
      isMoney: currency !== undefined || pence !== undefined
    },
    dates
  );
  return {
    ...whole,
    value,
    unit: measured.unit,
    approx: approx?.trim().toLowerCase() ?? null,
    // What came to others is counted apart from these.
    measures:
      words && /^another/i.test(approx ?? '')
        ? `further ${words}`
        : (words ?? contextOf(text, index, index + m[0].length)),
    date: date?.value ?? null,
    // A bare number is an age, a score or a room: too seldom a figure to show.
    confidence:
      share || currency || pence || magnitude
        ? 0.95
        : measured.unit || ratio || isTally.test(words ?? '')
          ? 0.85
          : 0.4
  };
}

/** “half | of its 260 permanent jobs” are as many jobs */
const ofCount =
  /^of (?:(?:all|the|its|his|her|their|our|these|those) )*(\d{1,3}(?:,?\d{3})*) (.+)$/iu;

const rate =
  /^(?:-an?-|\s(?:an?|per|each)\s)(?:\d{1,3}(?:,\d{3})*\s\p{Ll}+|(?:day|week|month|year|hour|minute|second|night|person|head|capita|barrel|tonne|ton|ounce|litre|liter|gallon|kilogram|kilo|share|household|square (?:metre|meter|kilometre|mile|foot)|mile|acre|hectare|pupil|student|patient|worker|employee|ticket|megawatt-hour)\b)(?!\s(?:ago|earlier|later|before|after|or)\b)/u;

/** “tonnes per day”, “$ a barrel” */
function withRate(text: string, start: number, { unit, end }: { unit: string; end: number }) {
  const words = unit === '' ? undefined : rate.exec(text.slice(end - start, end - start + 60))?.[0];
  return words === undefined ? { unit, end } : { unit: `${unit}${words}`, end: end + words.length };
}

/** What is counted by "one in five voters" is a share of the voters. */
function shareOf({ unit, end }: { unit: string; end: number }): { unit: string; end: number } {
  return { unit: unit && `of ${unit}`, end };
}

/** As if nobody had denied a number: what stands around “, not two,” is one clause. */
function withoutDenied(sentence: Sentence, text: string): Sentence {
  const denials = Array.from(text.matchAll(denial), ({ index, 0: words }) => ({
    start: sentence.start + index,
    end: sentence.start + index + words.length
  }));
  const tokens = sentence.tokens.filter(
    (token) => !denials.some(({ start, end }) => start <= token.start && token.end <= end)
  );
  return { ...sentence, tokens };
}

/** “a third party”, “a quarter-final”, but not “a third of the vote”, “a quarter point” */
function isOrdinal({ tokens }: Sentence, fraction: string, end: number): boolean {
  const part = /^(?:a|one)\s(\p{L}+)$/iu.exec(fraction)?.[1] ?? '';
  const at = tokens.findIndex(({ start }) => start >= end);
  const next = tokens[at];
  if (part === '' || !next) return false;
  const hyphen = next.text === '-' && next.start === end;
  if (/^(?:half|quarter)$/i.test(part)) return hyphen && /^final/.test(tokens[at + 1]?.lower ?? '');
  // “a third fewer”
  const isNoun = /^(?:NOUN|PROPN)$/.test(next.pos);
  return hyphen || isNoun || (next.pos === 'ADJ' && !/er$|^(?:more|less)$/.test(next.lower));
}

function inDates(dates: readonly Range[], start: number, end: number): boolean {
  const date = dates[firstIndexWhere(dates.length, (index) => dates[index]!.end > start)];
  return date !== undefined && date.start < end;
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
  if (tokens[of + 1]?.pos === 'NUM' && isNominal(tokens[of + 2])) return true;
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
