/** Steps through the calendar from a day: what “last week” and “three months ago” come to, in ISO 8601. */
import type { PartialDate } from '../../domain/base/values.js';

/** `null` unless it is a day. */
export function noonOf(date: PartialDate | null): Date | null {
  return date?.length === 10 ? new Date(`${date}T12:00:00Z`) : null;
}

/** `offset` in days. */
export function dayFrom(today: Date, offset: number): string {
  return new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
}

export function monthFrom(today: Date, offset: number): string {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + offset, 1))
    .toISOString()
    .slice(0, 7);
}

/** ISO week: the one that holds the Thursday. `offset` in weeks. */
export function weekFrom(today: Date, offset: number): string {
  const thursday = new Date(today.getTime() + offset * 7 * 86_400_000);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${two(Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7))}`;
}

/** `null` for a count that is no number. */
export function stepBack(count: number, unit: string, today: Date): string | null {
  if (!Number.isFinite(count)) return null;
  if (unit === 'day') return dayFrom(today, -count);
  if (unit === 'week') return dayFrom(today, -7 * count);
  if (unit === 'month') return monthFrom(today, -count);
  return String(today.getUTCFullYear() - count * (unit === 'decade' ? 10 : 1));
}

/**
 * Of last year, this one and the next, the one whose day lies nearest to `today`. A month counts by its middle. What is
 * “next” has not been, and what is “last” does not lie ahead; the month of `today` may be both. `past` is what a verb says, which may be of a plan.
 */
export function nearestYear(
  month: number,
  dayOfMonth: number | null,
  today: Date,
  direction: 'last' | 'past' | 'next' | 'any' = 'any'
): number {
  const year = today.getUTCFullYear();
  const away = (y: number) => Math.abs(Date.UTC(y, month - 1, dayOfMonth ?? 15) - today.getTime());
  const order = {
    last: [year, year - 1],
    past: [year, year - 1],
    next: [year, year + 1],
    any: [year, year - 1, year + 1]
  }[direction].filter((y) => {
    const isOver = Date.UTC(y, dayOfMonth ? month - 1 : month, dayOfMonth ?? 1) < dayStart(today);
    const isAhead = Date.UTC(y, month - 1, dayOfMonth ?? 1) > today.getTime();
    return !(direction === 'next' && isOver) && !(direction === 'last' && isAhead);
  });
  return order.reduce((best, y) => (away(y) < away(best) ? y : best));
}

/** Whether the calendar has it, as it has no 30 February. */
export function isRealDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

export function two(n: number | null): string {
  return String(n ?? 1).padStart(2, '0');
}

function dayStart(day: Date): number {
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
}
