/** Dates of a text in another language than English, by its rules, and the day that they mean. */
import type { Range } from '../../domain/text/range.js';
import {
  dayFrom,
  isRealDay,
  monthFrom,
  nearestYear,
  stepBack,
  two,
  weekFrom
} from '../facts/calendar.js';
import type { FoundDate } from '../facts/find-dates.js';
import type { DatePattern, LanguageRules } from './language-rules.js';

/** UTF-16 units to each side of a weekday in which its verb stands. */
const around = 60;
const compiled = new WeakMap<LanguageRules, readonly RegExp[]>();

/** `today` is the article's own day, `null` when it states none. In order, without overlap. */
export function findLocalDates(
  clean: string,
  paragraphs: readonly Range[],
  rules: LanguageRules,
  today: Date | null
): FoundDate[] {
  const patterns = patternsOf(rules);
  return paragraphs.flatMap(({ start, end }) => {
    const text = clean.slice(start, end).replace(/[\n\r\t]/g, ' ');
    const all = patterns.flatMap((pattern, rank) =>
      [...text.matchAll(pattern)].map((match) => ({ match, rank }))
    );
    all.sort((a, b) => a.match.index - b.match.index || a.rank - b.rank);
    const found: FoundDate[] = [];
    for (const { match, rank } of all) {
      const at = start + match.index;
      const means = rules.dates.patterns[rank]?.means;
      if (means === undefined || at < (found.at(-1)?.end ?? 0)) continue;
      const behind = match.index + match[0].length;
      const near =
        (text
          .slice(Math.max(0, match.index - around), match.index)
          .split(/[.!?“”]/)
          .at(-1) ?? '') +
        match[0] +
        (text.slice(behind, behind + around).split(/[.!?“”]/)[0] ?? '');
      const meant = resolve(means, match, near, rules, today);
      found.push({ start: at, end: at + match[0].length, ...meant });
    }
    return found;
  });
}

function patternsOf(rules: LanguageRules): readonly RegExp[] {
  const known = compiled.get(rules);
  if (known) return known;
  const patterns = rules.dates.patterns.map(
    ({ words }) => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}])`, 'gu')
  );
  compiled.set(rules, patterns);
  return patterns;
}

type Resolved = Pick<FoundDate, 'value' | 'anchor'>;

const unknown: Resolved = { value: null, anchor: 'none' };

function resolve(
  means: DatePattern['means'],
  { 0: words, groups = {} }: RegExpMatchArray,
  near: string,
  rules: LanguageRules,
  today: Date | null
): Resolved {
  if (means === 'decade') return { value: null, anchor: 'explicit' };
  if (means === 'year') return { value: groups['year'] ?? null, anchor: 'explicit' };
  if (means === 'day' || means === 'month') return inMonth(groups, rules, today);
  if (!today) return unknown;
  const value =
    means === 'weekday'
      ? onWeekday(words, groups, near, rules, today)
      : stepped(means, groups, rules, today);
  return value === null ? unknown : { value, anchor: 'article-date' };
}

type Groups = Readonly<Record<string, string | undefined>>;

function inMonth({ day, month = '', year }: Groups, { dates }: LanguageRules, today: Date | null) {
  const named = dates.months.indexOf(month.toLowerCase().replace('jänner', 'januar')) + 1;
  const number = named || Number(month);
  if (!(number >= 1 && number <= 12) || (year === undefined && !today)) return unknown;
  const dayOfMonth = day === undefined ? null : Number(day);
  const inYear = year ?? (today ? String(nearestYear(number, dayOfMonth, today)) : '');
  const value = [inYear, two(number), ...(dayOfMonth === null ? [] : [two(dayOfMonth)])].join('-');
  if (dayOfMonth !== null && !isRealDay(value)) return unknown;
  return { value, anchor: year === undefined ? ('article-date' as const) : ('explicit' as const) };
}

function stepped(
  means: Exclude<DatePattern['means'], string>,
  { count = '' }: Groups,
  { figures }: LanguageRules,
  today: Date
): string | null {
  if ('days' in means) return dayFrom(today, means.days);
  if ('weeks' in means) return weekFrom(today, means.weeks);
  if ('months' in means) return monthFrom(today, means.months);
  if ('years' in means) return String(today.getUTCFullYear() + means.years);
  const word = count.toLowerCase();
  const number = figures.words[word] ?? (/^(?:eine[mr]|une)$/.test(word) ? 1 : Number(count));
  return stepBack(number, means.ago, today);
}

/** Past unless the words around it speak of what is to come; the article's own day counts as past. */
function onWeekday(
  words: string,
  { weekday = '' }: Groups,
  near: string,
  { dates }: LanguageRules,
  today: Date
): string | null {
  const named = dates.weekdays.indexOf(weekday.toLowerCase().replace('sonnabend', 'samstag'));
  if (named < 0) return null;
  const back = (today.getUTCDay() - named + 7) % 7;
  if (/letzten|vergangenen|dernier/.test(words)) return dayFrom(today, back === 0 ? -7 : -back);
  if (/kommenden|nächsten|prochain/.test(words)) return dayFrom(today, 7 - back);
  const comes = dates.future.test(near) && back !== 0;
  return dayFrom(today, comes ? 7 - back : -back);
}
