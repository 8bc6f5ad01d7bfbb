/** Values that stand everywhere: dates, identifiers, moments. Owner of ulid. */
import { z } from './zod.js';
import { decodeTime, monotonicFactory } from 'ulid';

// Calendar dates as precise as the source was: a day, a month or a year (ISO 8601).
function isCalendarDate(text: string): boolean {
  const [year, month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === `${year}-${month}-${day}`
  );
}

/** `2025-08-15`, `2025-08` or `2014`. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine(isCalendarDate, 'No such day');
export type PartialDate = z.infer<typeof PartialDate>;

/**
 * The first day that the date can mean, as `YYYY-MM-DD`.
 * What was said "in 2014" counts from the start of 2014.
 */
export function firstDayOf(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 10);
}

/**
 * The last day that the date can mean, to be compared as text with others: every month ends on a
 * 31st, so it may be no day of the calendar.
 */
export function lastDayOf(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-31` : date;
}

/** Whether there is a day that both can mean. */
export function mayBeOneDay(one: PartialDate, other: PartialDate): boolean {
  return firstDayOf(one) <= lastDayOf(other) && firstDayOf(other) <= lastDayOf(one);
}

/** The last day of the calendar that the date can mean, as `YYYY-MM-DD`. */
export function lastCalendarDayOf(date: PartialDate): PartialDate {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The day of a moment in the local time zone of the machine, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): PartialDate {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** By the clock and time zone of the machine. */
export function today(): PartialDate {
  return dayOf(new Date());
}

/** Identifiers: sortable by time of making, random enough never to clash between libraries. */

/** A ULID (https://github.com/ulid/spec). */
export const Id = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'Id'>();
export type Id = z.infer<typeof Id>;

const next = monotonicFactory();

/** Ids of one process sort in the order in which they were made, also within a millisecond. */
export function newId(): Id {
  return next() as Id;
}

/** Instants as ISO 8601 text in UTC, as they are stored and compared. */
export const Moment = z.iso.datetime();
export type Moment = z.infer<typeof Moment>;

/** By the clock of the machine. */
export function momentNow(): Moment {
  return new Date().toISOString();
}

/** When the id was made, by the clock of that machine; `null` for one that tells of no time. */
export function momentOfId(id: Id): Moment | null {
  try {
    return new Date(decodeTime(id)).toISOString();
  } catch {
    // Ids of foreign data may be letters alone, which the ULID specification excludes.
    return null;
  }
}
