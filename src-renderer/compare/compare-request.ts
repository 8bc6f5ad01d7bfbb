/** What a person asks to have compared, what keeps that from being done, and from a request to a comparison. */
import { lastDayOf, type Id, type PartialDate } from '../../src-main/domain/base/values.js';
import { dateProblem, readWrittenDate } from '../../src-main/domain/text/read-date.js';
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import { compareBriefings } from '../../src-main/domain/compare/compare-briefings.js';
import type { Comparison } from '../../src-main/domain/compare/comparison.js';
import {
  sideOf,
  sidesBetween,
  sidesByLedger,
  type Sides,
  writtenBy
} from '../../src-main/domain/compare/sides.js';
import type { OpenVersion, Version, VersionKey } from '../../src-main/domain/briefing/version.js';
import type { WrittenState } from '../../src-main/domain/briefing/written-state.js';

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

/** Where states come from. Each rejects with an error whose message is a sentence. */
export interface States {
  /** As it is now, with what has only just been written. */
  readonly briefing: (id: Id) => Promise<Briefing>;
  readonly versions: (id: Id) => Promise<readonly Version[]>;
  readonly version: (id: Id, key: VersionKey) => Promise<OpenVersion>;
}

export interface Compared {
  readonly comparison: Comparison;
  /** A sentence on what was compared; empty for none. */
  readonly remark: string;
}

/** The request has no problem. */
export async function runComparison(
  open: Id,
  request: CompareRequest,
  states: States
): Promise<Compared> {
  const { before, after, remark } = await sidesFor(open, request, states);
  return { comparison: compareBriefings(before, after), remark };
}

async function sidesFor(open: Id, request: CompareRequest, states: States): Promise<Sides> {
  const now = await states.briefing(open);
  const { compareWith, other, version } = request;
  const days = { from: readWrittenDate(request.from), until: readWrittenDate(request.until) };
  if (compareWith === 'other' && other !== '') {
    const before = { briefing: await states.briefing(other), day: null };
    return { before, after: { briefing: now, day: null }, remark: '' };
  }
  if (compareWith === 'known') return { ...sidesByLedger(now, days), remark: '' };
  const kept = await states.versions(open);
  const written = async (day: PartialDate | null): Promise<WrittenState | null> => {
    const found = day === null ? 'now' : writtenBy(day, kept, now.modifiedAt);
    if (found === 'now') return { briefing: now, version: null };
    return found && states.version(open, found.key);
  };
  if (version !== '') {
    const before = sideOf(await states.version(open, version));
    const after = await written(days.until);
    if (after) return { before, after: sideOf(after, days.until), remark: '' };
    const asItIs = sideOf({ briefing: now, version: null });
    return { before, after: asItIs, remark: 'No version as old as the last day was kept.' };
  }
  const pair = { before: await written(days.from), after: await written(days.until) };
  return sidesBetween(now, days, pair);
}
