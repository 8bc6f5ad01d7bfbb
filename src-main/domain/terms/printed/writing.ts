/** How dates and quotations are written in a language. */
import type { Moment, PartialDate } from '../../base/values.js';
import { dayOf } from '../../base/values.js';
import { scaled } from '../../text/size-in-words.js';

/** The signs of most languages that are written so. */
export const leftToRight = {
  direction: 'ltr',
  number: String,
  digits: (digits: string) => digits,
  range: (from: number, to: number) => `${from}–${to}`,
  percentRange: (from: number, to: number, about: string) => `${about}${from}–${to}\u00a0%`,
  comma: ',',
  semicolon: ';',
  colon: ':'
} as const;

interface DatesOf {
  /** As precise as the date is: a day, a month or a year. */
  readonly date: (date: PartialDate) => string;
  readonly dateInShort: (date: PartialDate) => string;
  readonly moment: (moment: Moment) => string;
}

/** `locale` is BCP 47, with a numbering system where that is not the usual one. A year by itself stands where `#` does in `yearAlone`. */
export function datesIn(locale: string, yearAlone = '#'): DatesOf {
  const inWords = (date: PartialDate, length: 'long' | 'short') => {
    const words = formatDate(locale, date, length);
    return date.includes('-') ? words : yearAlone.replace('#', words);
  };
  return {
    date: (date) => inWords(date, 'long'),
    dateInShort: (date) => inWords(date, 'short'),
    moment(moment) {
      const at = new Date(moment);
      const time = at.toLocaleTimeString(locale, {
        hour: '2-digit',
        minute: '2-digit',
        hour12: false
      });
      return `${inWords(dayOf(at), 'long')}, ${time}`;
    }
  };
}

/** As precise as the date is. */
export function formatDate(locale: string, date: PartialDate, length: 'long' | 'short'): string {
  const [year, month, day] = date.split('-');
  const key = `${locale} ${month ? length : ''} ${day ? 'day' : ''}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month && { month: length }),
      ...(day && { day: 'numeric' })
    });
    dateFormats.set(key, format);
  }
  return format.format(new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`));
}

/** To make one takes many times as long as to use it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * Turns a date that begins with its month, “август 2025 г.”, into what stands behind a preposition,
 * “августа 2025 г.”: the form that the month has beside a day.
 */
export function genitiveOfMonth(locale: string): (date: string) => string {
  const parts = (day: boolean) =>
    Array.from(
      { length: 12 },
      (_, month) =>
        new Intl.DateTimeFormat(locale, {
          timeZone: 'UTC',
          month: 'long',
          ...(day ? { day: 'numeric' } : { year: 'numeric' })
        })
          .formatToParts(new Date(Date.UTC(2025, month, 15)))
          .find(({ type }) => type === 'month')?.value
    );
  // Made when a date is told: a document is in one language, and the code of all is read.
  let forms: readonly (readonly (string | undefined)[])[] | null = null;
  return (date) => {
    const [alone = [], besideDay = []] = (forms ??= [parts(false), parts(true)]);
    const month = alone.findIndex((name) => name !== undefined && date.startsWith(`${name} `));
    const [name, other] = [alone[month], besideDay[month]];
    return name !== undefined && other !== undefined ? other + date.slice(name.length) : date;
  };
}

/**
 * In quotation marks, unless the words bring their own at both ends. The inner ones stand around words that
 * hold the outer ones.
 */
export function quoting(
  [open, close]: readonly [string, string],
  [innerOpen, innerClose]: readonly [string, string]
): (words: string) => string {
  const outer = [...(open + close)].filter((sign) => sign.trim() !== '');
  return (words) => {
    if (/^["“«„][^"“”«»„]*["”»“]$/u.test(words)) return words;
    return outer.some((sign) => words.includes(sign))
      ? innerOpen + words + innerClose
      : open + words + close;
  };
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes as people read them, such as “3,4 MB”. `locale` is as of `datesIn`. */
export function sizesIn(locale: string): (bytes: number) => string {
  return (bytes) => {
    const { amount, power, digits } = scaled(bytes);
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: units[power] ?? 'byte',
      unitDisplay: 'short',
      maximumFractionDigits: digits
    }).format(amount);
  };
}
