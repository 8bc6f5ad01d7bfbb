/** What a person asks to have compared, and what keeps that from being done. */
import { lastDayOf, type Id } from '../../src-main/domain/base/values.js';
import { dateProblem, readWrittenDate } from '../../src-main/domain/text/read-date.js';

/**
 * With another briefing; with this one as it was written on another day; or what this one knows of
 * two days, by the dates of its ledger.
 */
export type CompareWith = 'other' | 'written' | 'known';

export interface CompareRequest {
  readonly compareWith: CompareWith;
  /** Empty: none chosen. */
  readonly other: Id | '';
  /** A `VersionKey`; empty: by a day. */
  readonly version: string;
  /** As typed. */
  readonly from: string;
  readonly until: string;
}

export const emptyRequest: CompareRequest = {
  compareWith: 'written',
  other: '',
  version: '',
  from: '',
  until: ''
};

/** A sentence; `null` when it can be done. */
export function problemOf(request: CompareRequest): string | null {
  const { compareWith, other, version } = request;
  if (compareWith === 'other') return other === '' ? 'Choose the other briefing.' : null;
  const from = compareWith === 'written' && version !== '' ? '' : request.from;
  for (const text of [from, request.until]) {
    const problem = dateProblem(text);
    if (problem !== null) return problem;
  }
  if (compareWith === 'written' && version !== '') return null;
  const [first, last] = [readWrittenDate(from), readWrittenDate(request.until)];
  if (first === null && last === null) {
    return compareWith === 'written'
      ? 'Choose a version, or write the day to compare with.'
      : 'Write the day to compare with.';
  }
  if (first !== null && last !== null && lastDayOf(last) <= lastDayOf(first)) {
    return 'The last day must come after the first.';
  }
  return null;
}
