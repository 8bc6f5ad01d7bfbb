/** Stretches of days, as `date:` asks for them: a day, a month, a year, or from one to another. Pure. */
import { firstDayOf, PartialDate } from '../base/partial-date.js';

/** `YYYY-MM-DD`, both included; compared as text. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days that a date can mean. Every month may end on a 31st, since they are only compared. */
export function daysOf(date: PartialDate): Days {
  const last = { 4: `${date}-12-31`, 7: `${date}-31` }[date.length] ?? date;
  return { first: firstDayOf(date), last };
}

/** `2025-08`, `2025..2026-03`, `2025-08..` or `..2025-08`; `null` for anything else. */
export function readDays(text: string): Days | null {
  const [from = '', to = from, ...more] = text.split('..').map((part) => part.trim());
  if (more.length > 0 || (from === '' && to === '')) return null;
  const first = from === '' ? '0000-01-01' : dayIn(from, 'first');
  const last = to === '' ? '9999-12-31' : dayIn(to, 'last');
  return first && last ? { first, last } : null;
}

function dayIn(text: string, end: keyof Days): string | null {
  const date = PartialDate.safeParse(text);
  return date.success ? daysOf(date.data)[end] : null;
}
