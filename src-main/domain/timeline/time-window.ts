/** The stretch of time that a timeline shows, zoomed and panned. Instants are milliseconds, UTC. */
import { firstDayOf, type PartialDate } from '../base/values.js';
import type { TimelineLane } from './timeline-items.js';

export interface TimeWindow {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export const dayLength = 86_400_000;
const shortest = 2 * dayLength;
const longest = 2_000 * 366 * dayLength;

/** From the first moment that the date can mean to behind the last. */
export function timeSpanOf(date: PartialDate, until: PartialDate | null = null): TimeWindow {
  const from = Date.parse(`${firstDayOf(date)}T00:00:00Z`);
  return { from, to: Math.max(endOf(date), until === null ? 0 : endOf(until), from + dayLength) };
}

function endOf(date: PartialDate): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return utc(year + 1, 0, 1);
  return day === undefined ? utc(year, month, 1) : utc(year, month - 1, day + 1);
}

/** `Date.UTC` takes the years 0 to 99 for those of the last century. */
function utc(year: number, month: number, day: number): number {
  return new Date(Date.UTC(2000, month, day)).setUTCFullYear(
    year + (month > 11 ? 1 : 0),
    month % 12,
    day
  );
}

/**
 * Everything that is dated to the day, with room at both ends; what is known to the month or year
 * only widens it where there is nothing finer. `null` when nothing is dated.
 */
export function usualWindow(lanes: readonly TimelineLane[]): TimeWindow | null {
  const dated = datedIn(lanes);
  const finest = Math.max(0, ...dated.map(({ date }) => date.length));
  return around(dated.filter(({ date }) => date.length === finest));
}

/** Everything that is dated, however roughly, with room at both ends. `null` when nothing is. */
export function wholeWindow(lanes: readonly TimelineLane[]): TimeWindow | null {
  return around(datedIn(lanes));
}

interface Dated {
  readonly date: PartialDate;
  readonly until: PartialDate | null;
}

function datedIn(lanes: readonly TimelineLane[]): readonly Dated[] {
  return lanes.flatMap(({ items }) =>
    items.flatMap(({ date, until }) => (date === null ? [] : [{ date, until }]))
  );
}

function around(dated: readonly Dated[]): TimeWindow | null {
  if (dated.length === 0) return null;
  const spans = dated.map(({ date, until }) => timeSpanOf(date, until));
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const room = Math.max(dayLength, (to - from) * 0.06);
  return { from: from - room, to: to + Math.max(room, (to - from) * 0.5) };
}

/** @param factor below 1 shows less time. @param at the share of the window that stays in place. */
export function zoom({ from, to }: TimeWindow, factor: number, at = 0.5): TimeWindow {
  const length = Math.min(longest, Math.max(shortest, (to - from) * factor));
  const fixed = from + (to - from) * at;
  return { from: fixed - length * at, to: fixed + length * (1 - at) };
}

/** @param share of the window, negative into the past. */
export function pan({ from, to }: TimeWindow, share: number): TimeWindow {
  const by = (to - from) * share;
  return { from: from + by, to: to + by };
}
