/** What a cell of the matrix tells below its stance, in one quiet line. Pure but for the person's way with dates. */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Position } from '../../../src-main/domain/briefing/entries.js';
import type { Corroboration } from '../../../src-main/domain/ledger/corroboration.js';
import { counted } from '../../../src-main/domain/text/joined-words.js';
import { dateOfPositionInWords } from '../../../src-main/domain/terms/days-of-position.js';
import { en } from '../../../src-main/domain/terms/printed/en.js';
import { dateInShort, stanceWords, type DateStyle } from '../../../src-main/domain/terms/terms.js';

/** Dates are put in words at every step of the slider, which takes the browser long. */
const known = new Map<string, string>();
const mostKnown = 5_000;

/**
 * Such as `16 Aug`; with the year where it is another.
 *
 * @param thisYear of today, such as `2026`.
 */
export function dayInCell(date: string, style: DateStyle, thisYear: string): string {
  const key = `${style} ${thisYear} ${date}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const whole = dateInShort(date, style);
  const isDay = date.length === 'YYYY-MM-DD'.length;
  const isOfThisYear = date.startsWith(thisYear);
  const told = isOfThisYear && isDay && style !== 'iso' ? whole.replace(/,? \d{4}$/, '') : whole;
  known.set(key, told);
  return told;
}

/**
 * Such as “was Supports, 12 Aug”; empty where the entry took the place of no other stance.
 *
 * @param tell puts the day in words; `null` leaves it out, where more is to be told.
 */
export function changeInWords(
  position: Position,
  before: Position | null,
  tell: ((date: string) => string) | null
): string {
  if (before === null || before.stance === position.stance) return '';
  const day = tell && dateOfPositionInWords(before, en, tell);
  return `was ${stanceWords[before.stance]}${day ? `, ${day}` : ''}`;
}

/** With the entry's own day before it, where days are told. */
export function changeInCell(
  position: Position,
  before: Position | null,
  tell: ((date: string) => string) | null
): string {
  const change = changeInWords(position, before, tell);
  const day = tell && dateOfPositionInWords(position, en, tell);
  return change && day ? `${day}, ${change}` : change;
}

/** How many lines a cell takes for such words. A word that is longer than a line takes one. */
export function linesInCell(words: string, fits: (line: string) => boolean): number {
  let [lines, line] = [1, ''];
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) lines += 1;
    line = line === '' || fits(longer) ? longer : word;
  }
  return lines;
}

/** That it took the place of another stance; what keeps it from being relied on; and its day, where no change tells it, with its origins. */
type QuietWords = Readonly<Record<'change' | 'doubts' | 'rest', string>>;

/**
 * What a cell with one stance in force tells below it.
 *
 * @param tell puts a day in words.
 */
export function quietWords(
  position: Position,
  about: {
    readonly before: Position | null;
    readonly corroboration: Corroboration;
    readonly overdue: boolean;
    readonly outdated: ReadonlySet<Id>;
  },
  tell: (date: string) => string
): QuietWords {
  const doubts = doubtsInCell(position, about.overdue, about.outdated).join(' · ');
  const change = changeInCell(position, about.before, doubts === '' ? tell : null);
  const day = change === '' ? dateOfPositionInWords(position, en, tell) : '';
  const origins = originsInCell(about.corroboration);
  return { change, doubts, rest: [day, origins].filter(Boolean).join(' · ') };
}

/** Such as “2 origins”, or “2 sources” where each has its own; empty for one report alone. */
export function originsInCell({ reports, origins }: Corroboration): string {
  if (reports < 2) return '';
  return reports === origins ? counted(reports, 'source') : counted(origins, 'origin');
}

/** Of an entry that rests on words, or on a speaker, that a newer version of the source has otherwise. */
export const outdatedWords = 'newer version differs';

export function isOutdated(
  { evidence }: Pick<Position, 'evidence'>,
  outdated: ReadonlySet<Id>
): boolean {
  return evidence.some((id) => outdated.has(id));
}

/** What keeps an entry from being relied on, such as “no evidence”. That it is denied stands at its stance. */
export function doubtsInCell(
  position: Position,
  overdue: boolean,
  outdated: ReadonlySet<Id>
): readonly string[] {
  return [
    ...(isOutdated(position, outdated) ? [outdatedWords] : []),
    ...(position.evidence.length === 0 ? ['no evidence'] : []),
    ...(overdue ? ['review is due'] : [])
  ];
}
