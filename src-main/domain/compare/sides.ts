/** The two sides of a comparison between days: as the briefing was written then, or as its ledger knows the days. */
import type { Briefing } from '../briefing/briefing.js';
import { dateInWords } from '../terms/terms.js';
import type { PartialDate } from '../base/partial-date.js';
import type { Version } from '../briefing/version.js';
import type { WrittenPair, WrittenState } from '../briefing/written-state.js';

export interface Side {
  readonly briefing: Briefing;
  /** As of which day its ledger and dated entries are read; `null`: as last known. */
  readonly day: PartialDate | null;
  /** By the end of which day it was written; left out or `null`: no day was asked for. */
  readonly writtenBy?: PartialDate | null;
  /** The version that it is; left out or `null`: the briefing as it is now. */
  readonly version?: Version | null;
}

export interface Days {
  /** `null` is now, of a briefing's text, and as last known, of its ledger. */
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** A sentence for the person where the ledger alone must answer; empty where versions do. */
  readonly remark: string;
}

/**
 * What was written between two days, if versions tell; else what the ledger knows of them. `null`: no
 * versions are at hand.
 */
export function sidesBetween(now: Briefing, days: Days, written: WrittenPair | null): Sides {
  if (!written) {
    const remark = ledgerAnswers.charAt(0).toUpperCase() + ledgerAnswers.slice(1);
    return { ...sidesByLedger(now, days), remark };
  }
  const { before, after } = written;
  if (!before || !after) {
    const day = before ? days.until : days.from;
    return {
      ...sidesByLedger(after?.briefing ?? now, days),
      remark: `No version as old as ${day ? dateInWords(day) : 'that day'} was kept, so ${ledgerAnswers}`
    };
  }
  if (isSameState(before, after)) {
    const when =
      days.from && !days.until ? `after ${dateInWords(days.from)}` : 'between the two days';
    return {
      ...sidesByLedger(after.briefing, days),
      remark: `Nothing was written ${when}, so ${ledgerAnswers}`
    };
  }
  return { before: sideOf(before, days.from), after: sideOf(after, days.until), remark: '' };
}

const ledgerAnswers = 'the ledger and dated entries answer; cards and outcomes carry no day.';

/** One briefing as far as its ledger and dated entries know each day. */
export function sidesByLedger(briefing: Briefing, { from, until }: Days): Omit<Sides, 'remark'> {
  return { before: { briefing, day: from }, after: { briefing, day: until } };
}

/** `writtenBy` is the day that was asked for, if one was. */
export function sideOf(
  { briefing, version }: WrittenState,
  writtenBy: PartialDate | null = null
): Side {
  return { briefing, day: null, writtenBy, version };
}

function isSameState(one: WrittenState, other: WrittenState): boolean {
  if (one.version && other.version) return one.version.key === other.version.key;
  return one.version === other.version;
}
