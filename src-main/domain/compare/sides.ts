/** The two sides of a comparison: which state was written by a day, what is known of one, and how either is called. */
import type { Briefing } from '../briefing/briefing.js';
import { en, type PrintedWords } from '../terms/printed/en.js';
import {
  type PartialDate,
  dayOf,
  lastDayOf,
  firstDayOf,
  type Moment,
  type Id
} from '../base/values.js';
import type { Version } from '../briefing/version.js';
import type { WrittenPair, WrittenState } from '../briefing/written-state.js';
import { versionName } from '../terms/version-words.js';
import type { ComparedSide } from './comparison.js';

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
export function sidesBetween(
  now: Briefing,
  days: Days,
  written: WrittenPair | null,
  words: PrintedWords = en
): Sides {
  const { before = null, after = null } = written ?? {};
  if (!before || !after || isSameState(before, after)) {
    const sides = sidesByLedger(after?.briefing ?? now, days);
    return { ...sides, remark: words.comparedByOwnDays };
  }
  return { before: sideOf(before, days.from), after: sideOf(after, days.until), remark: '' };
}

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

/**
 * The newest version whose last change came by the end of the day; `now` where the briefing itself
 * has not changed since; `null` where no version as old as that was kept. What was undone does not
 * count. Days are those of this
 * machine's time zone. Revisions say what came first, and a clock that was wrong only which day it
 * was.
 */
export function writtenBy(
  day: PartialDate,
  versions: readonly Version[],
  modifiedAt: Moment
): Version | 'now' | null {
  const isBy = (moment: Moment) => dayOf(new Date(moment)) <= lastDayOf(day);
  if (isBy(modifiedAt)) return 'now';
  return versions
    .filter(({ kind, modifiedAt }) => kind !== 'undone' && isBy(modifiedAt))
    .reduce<Version | null>(
      (newest, each) => (newest && newest.revision >= each.revision ? newest : each),
      null
    );
}

/**
 * Leaves out events, figures and sources that came after the day, and figures that rest on nothing
 * but such sources. What is undated stays. The ledger stays whole, since it answers for any day by itself.
 * `null` leaves the briefing as it is.
 */
export function asOfDay(briefing: Briefing, day: PartialDate | null): Briefing {
  if (day === null) return briefing;
  const isKnown = (date: PartialDate | null) => date === null || firstDayOf(date) <= lastDayOf(day);
  const later = new Set<Id>(
    briefing.sources.filter(({ published }) => !isKnown(published)).map(({ id }) => id)
  );
  const homes = new Map(briefing.annotations.map(({ id, target }) => [id, target.id]));
  return {
    ...briefing,
    sources: briefing.sources.filter(({ id }) => !later.has(id)),
    events: briefing.events.filter(({ date }) => isKnown(date)),
    figures: briefing.figures.filter(
      ({ date, evidence }) =>
        isKnown(date) &&
        (evidence.length === 0 ||
          evidence.some((id) => {
            const home = homes.get(id);
            return home === undefined || !later.has(home);
          }))
    )
  };
}

/**
 * Follows the briefing's name: “as it is now”, “as it was written by 15 August 2025 (version of …)”,
 * “as now known of 15 August 2025”.
 */
export function sideInWords(
  { day, writtenBy, version }: Omit<ComparedSide, 'id'>,
  words: PrintedWords = en
): string {
  const { states } = words;
  if (day) return states.asKnownOf(words.date(day));
  const by = writtenBy && words.date(writtenBy);
  if (!version) return by ? states.stillAsWrittenBy(by) : states.asItIs;
  const time = words.moment(version.modifiedAt);
  return states.asWrittenBy(by, time, versionName(version, words.versions));
}
