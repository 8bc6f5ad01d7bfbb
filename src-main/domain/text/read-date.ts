/** Dates as files state them and as people write them → calendar dates. The day as written counts, in whatever time zone it was. Pure. */
import { PartialDate } from '../base/values.js';

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

const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? +)?';
const year = '(?<year>\\d{4})';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const written = [
  '(?<year>\\d{4})-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?',
  `${weekday}${day}\\.? +(?:of +)?${month},? +${year}`,
  `${weekday}${month} +${day},? +${year}`,
  `${month},? +${year}`,
  `${day}\\. ?(?<month>\\d{1,2})\\. ?${year}`
].map((form) => new RegExp(`^${form}$`, 'i'));
const slashed = new RegExp(`^(?<one>\\d{1,2})/(?<other>\\d{1,2})/${year}$`);

/**
 * Reads what a person wrote, which must be a date and nothing else: `2009-06-25`, `2009`, `25 June 2009`,
 * `June 25, 2009`, `June 2009`, `25.6.2009`. `null` for anything else, also for `3/4/2009`, which is
 * April to some and March to others; `25/6/2009` is in no doubt.
 */
export function readWrittenDate(text: string): PartialDate | null {
  const said = text.trim().replace(/\s+/gu, ' ');
  const exact = PartialDate.safeParse(said);
  if (exact.success) return exact.data;
  const found = written.map((form) => form.exec(said)?.groups).find(Boolean);
  if (found) return valid(found['year'], numberOf(found['month']), found['day']);
  const { one, other, year: of } = slashed.exec(said)?.groups ?? {};
  const meant = new Set([valid(of, other, one), valid(of, one, other)].filter(Boolean));
  return meant.size === 1 ? ([...meant][0] ?? null) : null;
}

/** What keeps a text from being read as a date, in a sentence; `null` where nothing does, or nothing is written. */
export function dateProblem(text: string): string | null {
  if (text.trim() === '' || readWrittenDate(text) !== null) return null;
  return 'Write a day, a month or a year: 2025-08-15, 2025-08 or 2025.';
}

/** Of a month by its number or its name. */
function numberOf(said = ''): string {
  return /^\d/.test(said) ? said : monthOf(said);
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
