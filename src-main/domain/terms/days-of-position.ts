/** The days of a position in words, the same wherever it is told: in the ledger, a matrix, a timeline, an answer. */
import type { PartialDate } from '../base/values.js';
import type { Position } from '../briefing/entries.js';
import type { PrintedWords } from './printed/en.js';

type Days = Pick<Position, 'effective' | 'said' | 'reported'>;

/**
 * Such as “from August 2025”, “said 15 August 2025”, “reported 16 August 2025”. The first is that from which it
 * counts; none of one that is undated.
 */
export function datesOf(
  { effective, said, reported }: Days,
  words: Pick<PrintedWords, 'effectiveFrom' | 'said' | 'reported'>,
  tell: (date: PartialDate) => string
): readonly string[] {
  return [
    ...(effective ? [words.effectiveFrom(tell(effective))] : []),
    ...(said ? [words.said(tell(said))] : []),
    ...(reported ? [words.reported(tell(reported))] : [])
  ];
}

/**
 * That from which it counts, in short: “15 Aug 2025” of words that were said, “15 Aug 2025, reported” where others
 * tell that they were, “reported 16 Aug 2025” where no other day is known. Empty for an undated one.
 */
export function dateOfPositionInWords(
  position: Days & Pick<Position, 'status'>,
  words: Pick<PrintedWords, 'effectiveFrom' | 'said' | 'reported' | 'statuses' | 'comma'>,
  tell: (date: PartialDate) => string
): string {
  const { effective, said, status } = position;
  const day = said && !effective ? tell(said) : (datesOf(position, words, tell)[0] ?? '');
  if (day === '' || status !== 'reported' || !(effective ?? said)) return day;
  return `${day}${words.comma} ${words.statuses.reported}`;
}

/** Whether others tell it, or no day is known but that on which it was reported. */
export function isReported({ status, effective, said, reported }: Position): boolean {
  return status === 'reported' || (reported !== null && !(effective ?? said));
}
