/** Dates as files state them → calendar dates. The day as written counts, in whatever time zone it was. */
import { PartialDate } from '../domain/partial-date.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads ISO 8601, RFC 2822, `16 August 2025`, `August 16, 2025`, and PDF's `D:20250816…`; `null` for anything else. */
export function readDate(text: string): PartialDate | null {
  const stated = text.trim().slice(0, 100);
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/.exec(stated);
  if (iso) return valid(iso[1], iso[2], iso[3]);
  const compact = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(stated);
  if (compact) return valid(compact[1], compact[2], compact[3]);
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[ .]+([A-Za-z]{3,9})\.?,? +(\d{4})\b/.exec(stated);
  if (dayFirst) return valid(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /\b([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})\b/.exec(stated);
  if (monthFirst) return valid(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  return null;
}

function monthOf(name = ''): string {
  const at = months.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? '00' : String(at + 1);
}

function valid(year = '', month?: string, day?: string): PartialDate | null {
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')];
  const date = PartialDate.safeParse(parts.filter((part) => part !== undefined).join('-'));
  return date.success && year > '1000' ? date.data : null;
}
