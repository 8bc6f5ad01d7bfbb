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

/** In letters: what a line holds in the narrowest column. */
const longestLine = 18;

/** How many lines a cell takes for such a change, in however wide a column. */
export function linesOfChange(change: string): 1 | 2 {
  return change.length > longestLine ? 2 : 1;
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

/** What keeps an entry from being relied on, such as “denied” or “no evidence”. */
export function doubtsInCell(
  position: Position,
  overdue: boolean,
  outdated: ReadonlySet<Id>
): readonly string[] {
  return [
    ...(position.status === 'denied' ? ['denied'] : []),
    ...(isOutdated(position, outdated) ? [outdatedWords] : []),
    ...(position.evidence.length === 0 ? ['no evidence'] : []),
    ...(overdue ? ['review is due'] : [])
  ];
}
