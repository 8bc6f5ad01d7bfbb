/** Owner of chrono-node in the page, which loads it when a person first writes a date. */
import { casual as english } from 'chrono-node/en';
import { casual as german } from 'chrono-node/de';
import { casual as spanish } from 'chrono-node/es';
import { casual as finnish } from 'chrono-node/fi';
import { casual as french } from 'chrono-node/fr';
import { casual as italian } from 'chrono-node/it';
import { casual as dutch } from 'chrono-node/nl';
import { casual as portuguese } from 'chrono-node/pt';
import { casual as russian } from 'chrono-node/ru';
import { casual as swedish } from 'chrono-node/sv';
import { casual as ukrainian } from 'chrono-node/uk';
import { dayOf, type PartialDate } from '../../src-main/domain/base/values.js';

const readers = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
  pt: portuguese,
  sv: swedish,
  fi: finnish,
  ru: russian,
  uk: ukrainian
};

/** A day as people say it in so many words: these name a week. */
const week = /^(?:last|this|next|past) week$/i;

/**
 * What a person can mean who wrote `yesterday`, `last Monday`, `3. März 2015` or `18 mai` and nothing
 * else. Her own language is read first, the others where it reads nothing. A weekday alone and a day
 * without its year can be the last one and the next. None where no language reads it.
 *
 * @param language a tag of BCP 47, such as `de-AT`
 */
export function spokenDates(text: string, today: Date, language: string): readonly PartialDate[] {
  const said = text.trim().replace(/\s+/gu, ' ');
  if (!/\p{L}/u.test(said) || week.test(said)) return [];
  const own = Object.entries(readers).filter(([tag]) => language.startsWith(tag));
  for (const [, reader] of [...own, ...Object.entries(readers)]) {
    const [found, more] = reader.parse(said, today);
    if (!found || more || found.end || found.text.length !== said.length) continue;
    const { start } = found;
    const date = start.date();
    const knows = (part: 'day' | 'month' | 'year') => start.isCertain(part);
    if (knows('day') && knows('month')) {
      if (knows('year')) return [dayOf(date)];
      const ofYear = (year: number) => dayOf(new Date(year, date.getMonth(), date.getDate()));
      return around(ofYear, today.getFullYear(), dayOf(today));
    }
    if (start.isCertain('weekday') && !knows('day')) {
      if (said.includes(' ')) return [dayOf(date)];
      const sunday = today.getDate() - today.getDay() + date.getDay();
      const ofWeek = (weeks: number) =>
        dayOf(new Date(today.getFullYear(), today.getMonth(), sunday + 7 * weeks));
      return around(ofWeek, 0, dayOf(today));
    }
    if (knows('month')) {
      const month = dayOf(date).slice(5, 7);
      if (knows('year')) return [dayOf(date).slice(0, 7)];
      return around((year) => `${year}-${month}`, today.getFullYear(), dayOf(today).slice(0, 7));
    }
    if (knows('year')) return [dayOf(date).slice(0, 4)];
  }
  return [];
}

/** The last that is not after `today`, and the one that follows it. */
function around(of: (step: number) => PartialDate, now: number, today: PartialDate): PartialDate[] {
  const first = of(now) > today ? now - 1 : now;
  return [of(first), of(first + 1)];
}
