/** chrono-node, the one owner: the words of a date → the day, month or year they mean. */
import { casual } from 'chrono-node/en';
import type { Draft } from '../../domain/suggestions/draft.js';
import { numberWords, valueOfWords } from '../../domain/text/numbers.js';
import {
  dayFrom,
  isRealDay,
  monthFrom,
  nearestYear,
  noonOf,
  stepBack,
  two,
  weekFrom
} from './calendar.js';
import { isToldAsPast, pastOrToCome } from './past-or-to-come.js';

type Resolved = Pick<Draft['dates'][number], 'value' | 'anchor'>;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/**
 * The value is `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, a week `YYYY-Www` or `null` where the words name
 * no such stretch: https://www.iso.org/iso-8601-date-and-time-format.html
 */
export function resolveDate(
  words: string,
  sentence: string,
  at: number,
  today: Date | null
): Resolved {
  const lower = firstOfDays(words.toLowerCase().replace(/\.(?= |$)/g, ''));
  const iso = /^\d{4}-\d{2}-\d{2}$/.exec(lower);
  if (iso) return isRealDay(iso[0]) ? { value: iso[0], anchor: 'explicit' } : unknown;
  const year = /^(?:the )?(?:early|late|mid)?[ -]?(\d{4})$/.exec(lower)?.[1];
  if (year) return { value: year, anchor: 'explicit' };
  if (ofOtherDay.test(lower) || /^\d{4}[–-]\d{2,4}$/.test(lower)) return noStretch;
  // A decade, a century: no stretch of the format.
  if (/(?:\d0s|(?<!\d)(?:\d\d|een|ie)th[ -]century|ties)$/.test(lower))
    return { value: null, anchor: 'explicit' };
  const partOf =
    /^(?:(?:the )?(?:first|second|third|fourth) (?:quarter|half) of|q[1-4]|the (?:end|beginning|start|middle) of) (\d{4})$/.exec(
      lower
    )?.[1];
  if (partOf) return { value: partOf, anchor: 'explicit' };
  // "the past three years" ends today, and is no day.
  if (/^the (?:last|past|next|coming) .*(?:days|weeks|months|years|decades)$/.test(lower))
    return unknown;
  const seasonYear = /^(?:the )?(?:spring|summer|autumn|fall|winter) (?:of )?(\d{4})$/.exec(
    lower
  )?.[1];
  if (seasonYear) return { value: seasonYear, anchor: 'explicit' };
  const relative = today ? resolveRelative(lower, sentence, at, today) : null;
  if (relative) return { value: relative, anchor: 'article-date' };
  return parsed(lower, today, isToldAsPast(sentence, at, at + words.length));
}

/** Of “3–5 March” the third. */
function firstOfDays(lower: string): string {
  return /\p{L}/u.test(lower)
    ? lower.replace(
        /(?<!\d)(\d{1,2}(?:st|nd|rd|th)?)(?:\s?[–-]\s?| to )\d{1,2}(?:st|nd|rd|th)?(?!\d)/,
        '$1'
      )
    : lower;
}

/** Counted from a day that the text tells elsewhere, or by a number that it does not tell. */
const ofOtherDay =
  /^(?:the (?:next|following|previous|same) day|that (?:day|night|week|month|year|summer|evening)|the day (?:before|after))$| (?:later|earlier)$|^(?:several|a few|a couple of) .* ago$/;
/** Neither a day, week, month nor year, whatever the article's day. */
const noStretch: Resolved = { value: null, anchor: 'explicit' };
const unknown: Resolved = { value: null, anchor: 'none' };

function resolveRelative(lower: string, sentence: string, at: number, today: Date): string | null {
  if (/day before yesterday$/.test(lower)) return dayFrom(today, -2);
  if (/day after tomorrow$/.test(lower)) return dayFrom(today, 2);
  if (/\byesterday\b|last night/.test(lower)) return dayFrom(today, -1);
  if (/\btomorrow\b/.test(lower)) return dayFrom(today, 1);
  if (/\b(?:today|tonight)\b|this (?:morning|afternoon|evening)/.test(lower))
    return dayFrom(today, 0);
  const named = weekdays.findIndex((name) => lower.includes(name));
  if (named >= 0 && !/\d/.test(lower)) return onWeekday(named, lower, sentence, at, today);
  if (lower === 'the weekend') return onWeekday(6, lower, sentence, at, today);
  const ago = /^(\d+|[a-z]+(?:[- ][a-z]+)?) (day|week|month|year|decade)s? ago$/.exec(lower);
  if (ago?.[1] && ago[2]) return stepBack(countOf(ago[1]), ago[2], today);
  const step = /\b(?:last|previous|past)\b/.test(lower)
    ? -1
    : /\b(?:next|following|coming)\b/.test(lower)
      ? 1
      : 0;
  if (/\bweek$/.test(lower)) return weekFrom(today, step);
  if (/\bweekend$/.test(lower))
    return dayFrom(today, ((6 - today.getUTCDay() + 7) % 7) + (step < 0 ? -7 : step > 0 ? 7 : 0));
  if (/\bmonth$/.test(lower)) return monthFrom(today, step);
  if (/\byear$/.test(lower)) return String(today.getUTCFullYear() + step);
  return null;
}

/**
 * The day of what was so long before or after what its sentence tells, which was on the one day that stands
 * `before` it, else on the article's.
 */
export function dayApart(
  words: string,
  way: string,
  before: readonly Resolved[],
  today: Date | null
): string | null {
  const [first, second] = before;
  const told = first ? noonOf(first.value) : today;
  const [, count, unit] = /^(.+) (day|week|month|year)s?$/.exec(words.toLowerCase()) ?? [];
  if (!told || second || (today && told > today) || !count || !unit) return null;
  return stepBack(countOf(count) * (/after/.test(way) ? 1 : -1), unit, told);
}

/** `NaN` for a word that is no number. */
function countOf(word: string): number {
  if (/^an?$/.test(word)) return 1;
  const [first = ''] = word.split(/[- ]/);
  return first in numberWords ? valueOfWords(word) : Number(word);
}

/** The article's own day counts as past; `null` where the sentence does not tell which of two days it is. */
function onWeekday(
  named: number,
  lower: string,
  sentence: string,
  at: number,
  today: Date
): string | null {
  const back = (today.getUTCDay() - named + 7) % 7;
  if (/^(?:last|past|this past)\b/.test(lower)) return dayFrom(today, back === 0 ? -7 : -back);
  if (/^this (?!past|coming)/.test(lower)) return dayFrom(today, (7 - back) % 7);
  if (/last week$/.test(lower))
    return dayFrom(today, -back - (back < 7 && today.getUTCDay() >= named ? 7 : 0));
  if (/^(?:next|this coming)\b|next week$/.test(lower)) return dayFrom(today, 7 - back);
  if (back === 0) return dayFrom(today, 0);
  const direction = pastOrToCome(sentence, at, at + lower.length);
  return direction && dayFrom(today, direction === 'to come' ? 7 - back : -back);
}

/** Dates with a month: chrono reads them, as precisely as they are given. */
function parsed(lower: string, today: Date | null, isPast: boolean): Resolved {
  const words = lower
    .replace(/^(?:early|late|mid|last|next|this)[ -]/, '')
    .replace(/^(?:the )(?:(?:end|beginning|start|middle) of (?=\p{L}))?/u, '');
  const reference = today ?? new Date(Date.UTC(2000, 0, 1, 12));
  const [result] = casual.parse(words, { instant: reference, timezone: 0 });
  const start = result?.start;
  if (!start) return unknown;
  const explicit = start.isCertain('year') && /\d{4}|\/\d{2}$/.test(words);
  if (!explicit && !today) return unknown;
  const namedMonth = start.get('month');
  const isLed = /^(?:last|next|this)\b/.test(lower);
  const direction = lower.startsWith('last')
    ? 'last'
    : lower.startsWith('next')
      ? 'next'
      : isPast && !isLed
        ? 'past'
        : 'any';
  const year =
    explicit || namedMonth === null
      ? start.get('year')
      : nearestYear(
          namedMonth,
          start.isCertain('day') ? start.get('day') : null,
          reference,
          direction
        );
  const parts = [String(year).padStart(4, '0')];
  if (start.isCertain('month')) parts.push(two(start.get('month')));
  if (start.isCertain('month') && start.isCertain('day')) parts.push(two(start.get('day')));
  const value = parts.join('-');
  if (parts.length === 3 && !isRealDay(value)) return unknown;
  return parts.length === 1 && !explicit
    ? unknown
    : { value, anchor: explicit ? 'explicit' : 'article-date' };
}
