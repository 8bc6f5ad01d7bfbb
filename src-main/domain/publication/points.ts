/** Contradictions as a document tells them: both sides with their words, days and quotes, and how each was settled. */
import type { Briefing } from '../briefing/briefing.js';
import type { Stance } from '../briefing/entries.js';
import type { CorrectedWords } from '../contradictions/corrected-words.js';
import {
  aboutPoint,
  type ContradictingSide,
  type OpenPoint,
  reportPoints,
  type SettledPoint,
  wordsOfSide
} from '../contradictions/report-open-points.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { cutToLength } from '../text/cut-to-length.js';
import { asSentence, joinedByCommas } from '../text/joined-words.js';
import { printedGrade } from './number-notes.js';

export interface PublishedPoint {
  /** Such as “Two stances in force”. */
  readonly kind: string;
  /** Whose it is and what it is about. */
  readonly about: string;
  /** What the two sides are called. */
  readonly labels: readonly [string, string];
  readonly sides: readonly [PublishedSide, PublishedSide];
  /** In a sentence; empty while it is open. */
  readonly settlement: string;
}

export interface PublishedSide {
  /** Of a position; else `null`. */
  readonly stance: Stance | null;
  readonly isDenied: boolean;
  readonly words: string;
  /** In words, or “undated”. */
  readonly when: string;
  readonly quotes: readonly PublishedQuote[];
}

interface PublishedQuote {
  /** Of its note; `null` where the document has none. */
  readonly number: number | null;
  /** The beginning of one that is long: its note has all of it. Empty where the side's own words are the quote. */
  readonly words: string;
  /** Such as “The Daily, 16 August 2025, grade B2”; empty for words of a card. */
  readonly place: string;
}

/** UTF-16 units of a quote. */
const mostQuoted = 400;

/**
 * Those that are open, then those that are contested, then those that were dismissed for a reason, as
 * far as `withReasons` asks for these: a reason is its author's remark, and without one there is nothing
 * to tell. `numbers` are those of the notes, by annotation.
 */
export function publishPoints(
  briefing: Briefing,
  corrected: readonly CorrectedWords[],
  numbers: ReadonlyMap<string, number>,
  withReasons: boolean,
  words: PrintedWords
): readonly PublishedPoint[] {
  const { open, settled } = reportPoints(briefing, corrected);
  const contested = settled.filter(({ dismissal }) => dismissal === null);
  const dismissed = settled.filter(({ dismissal }) => dismissal && dismissal.reason.trim() !== '');
  return [
    ...open.map((point) => ({ point, dismissal: undefined })),
    ...contested,
    ...(withReasons ? dismissed : [])
  ].map(({ point, dismissal }) => ({
    kind: words.contradictions[point.kind],
    about: point.one.id === briefing.id ? words.bottomLine : aboutPoint(point),
    labels: labelsOf(point, words),
    sides: [sideOf(point, point.one, numbers, words), sideOf(point, point.other, numbers, words)],
    settlement: dismissal === undefined ? '' : settlementOf(dismissal, words)
  }));
}

/** How many are open. */
export function countOpenPoints(briefing: Briefing, corrected: readonly CorrectedWords[]): number {
  return reportPoints(briefing, corrected).open.length;
}

function labelsOf({ kind, order }: OpenPoint, words: PrintedWords): readonly [string, string] {
  if (kind === 'corrected') return words.newerVersion.sides;
  if (kind !== 'stances' && kind !== 'denied') return words.sidesOfOthers;
  if (order === 'earlier-first') return words.sidesByDay;
  return order === 'same-day' ? words.sidesOfOneDay : words.sidesUndated;
}

function sideOf(
  point: OpenPoint,
  side: ContradictingSide,
  numbers: ReadonlyMap<string, number>,
  { date: inWords, quoted, undated, grade, comma, newerVersion }: PrintedWords
): PublishedSide {
  const { kind } = point;
  const { stance, status, date, quotes } = side;
  const words = wordsOfSide(point, side);
  const isOfWords = kind === 'quotes' || kind === 'corrected';
  return {
    stance,
    isDenied: status === 'denied',
    words: !isOfWords ? words : words === '' ? newerVersion.gone : quoted(words),
    when: date ? inWords(date) : undated,
    quotes: quotes.map(({ annotation, quote, source }) => ({
      number: (annotation && numbers.get(annotation)) ?? null,
      words: isOfWords ? '' : beginningOf(quote),
      place: source
        ? joinedByCommas(
            [
              source.title,
              source.published ? inWords(source.published) : '',
              printedGrade(source.grade, { grade })
            ],
            comma
          )
        : ''
    }))
  };
}

function beginningOf(quote: string): string {
  const { text, cut } = cutToLength(quote, mostQuoted);
  return cut ? `${text} …` : text;
}

/** The day of a dismissal is that of the machine's moment in UTC, so that equal input gives equal output. */
function settlementOf(dismissal: SettledPoint['dismissal'], words: PrintedWords): string {
  if (!dismissal) return words.contested;
  const day = words.date(dismissal.dismissedAt.slice(0, 10));
  return words.dismissed(day, asSentence(dismissal.reason.trim()));
}
