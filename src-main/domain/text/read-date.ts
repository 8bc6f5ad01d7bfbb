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
  '(?<year>\\d{4})(?<s>[-./])(?<month>\\d{1,2})(?:\\k<s>(?<day>\\d{1,2}))?',
  `${weekday}${day}\\.? +(?:of +)?${month},? +${year}`,
  `${weekday}${month} +${day},? +${year}`,
  `${month},? +${year}`,
  `(?<month>\\d{1,2})[./]${year}`
].map((form) => new RegExp(`^${form}$`, 'i'));
// Whoever writes dots puts the day first.
const dotted = /^(?<one>\d{1,2})\. ?(?<other>\d{1,2})\. ?(?<year>\d{4}|\d{2})$/;
const slashed = /^(?<one>\d{1,2})(?<s>[/-])(?<other>\d{1,2})\k<s>(?<year>\d{4}|\d{2})$/;

/** Which number of `3/4/2009` is the day; `null` where that is not known. */
export type DateOrder = 'day-first' | 'month-first' | null;

/**
 * What a person can have meant who wrote a date and nothing else: `2009-06-25`, `2009`, `25 June 2009`,
 * `June 25, 2009`, `June 2009`, `6/2009`, `25.6.2009`, `25/6/09`. None for anything else; two, the day
 * first before the month first, for `3/4/2009` where the order is not known. Of two digits, 69 to 99
 * are years of the last century (strptime of POSIX.1-2017).
 */
export function writtenDates(text: string, order: DateOrder = null): readonly PartialDate[] {
  const said = text.trim().replace(/\s+/gu, ' ');
  const exact = PartialDate.safeParse(said);
  if (exact.success) return [exact.data];
  const found = written.map((form) => form.exec(said)?.groups).find(Boolean);
  if (found) return known([valid(found['year'], numberOf(found['month']), found['day'])]);
  const dots = dotted.exec(said)?.groups;
  if (dots) return known([valid(centuryOf(dots['year']), dots['other'], dots['one'])]);
  const { one, other, year: of } = slashed.exec(said)?.groups ?? {};
  const readings = [valid(centuryOf(of), other, one), valid(centuryOf(of), one, other)];
  const [dayFirst, monthFirst] = readings;
  if (dayFirst && monthFirst && order) {
    return [order === 'day-first' ? dayFirst : monthFirst];
  }
  return [...new Set(known(readings))];
}

/** The one date that the text means; `null` where there is none, and where it can be two. */
export function readWrittenDate(text: string): PartialDate | null {
  const [date, other] = writtenDates(text);
  return date !== undefined && other === undefined ? date : null;
}

/** “9 April 2024: The court will hear the case.” */
const datedLine = /^(?<label>[^:：]{4,40})[:：]\s+(?<what>.+)$/su;

/** The day that a line begins with, and what it says of it; `null` where it begins with none. */
export function readDatedLine(
  line: string
): { readonly date: PartialDate; readonly what: string } | null {
  const { label = '', what = '' } = datedLine.exec(line)?.groups ?? {};
  const date = readWrittenDate(label);
  return date === null ? null : { date, what };
}

/** The day in what stands before the colon of a line, “Ann Lee, reported 14 May 2026: yes”; empty for none. */
export function dayOfLabel(line: string): string {
  const label = /^([^:：]{4,100})[:：]/u.exec(line)?.[1] ?? '';
  const written = (label.split(', ').at(-1) ?? '').replace(/^reported /iu, '');
  const date = readWrittenDate(label) ?? readWrittenDate(written);
  return date !== null && date.length === 10 ? date : '';
}

/** What keeps a text from being read as a date, in a sentence; `null` where nothing does, or nothing is written. */
export function dateProblem(text: string): string | null {
  if (text.trim() === '') return null;
  const readings = writtenDates(text);
  if (readings.length === 1) return null;
  return readings.length > 1
    ? `Choose which day “${text.trim()}” is.`
    : 'Write a day, a month or a year, such as 15 August 2025, 2025-08 or 2025.';
}

function known(dates: readonly (PartialDate | null)[]): PartialDate[] {
  return dates.filter((date) => date !== null);
}

/** Four digits for two. */
function centuryOf(year = ''): string {
  return year.length === 2 ? `${year < '69' ? 20 : 19}${year}` : year;
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
