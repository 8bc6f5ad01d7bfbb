/**
 * What happened, or will, with its day: a clause that tells an act (“The Senate passed the bill on Tuesday”),
 * or a named occasion (“Sunday's election in Varn”). No background, nothing said to have happened, no if.
 */
import type { Reading } from '../reading/reading.js';
import { datelineLength } from '../outline/outline.js';
import { clausesIn } from './event-clauses.js';
import type { FoundDate } from './find-dates.js';
import { occasionsIn } from './occasions.js';
import type { Range } from '../../domain/text/range.js';

export interface FoundEvent extends Range {
  readonly date: Range | null;
  readonly future: boolean;
  readonly sentence: number;
}

/** `today` is the article's own day, `null` when it states none: what is long past is background. */
export function findEvents(
  reading: Reading,
  dates: readonly FoundDate[],
  today: Date | null = null
): FoundEvent[] {
  const found: FoundEvent[] = [];
  let d = 0;
  for (const sentence of reading.sentences) {
    while (d < dates.length && (dates[d]?.end ?? 0) <= sentence.start) d++;
    if (sentence.headline || (dates[d]?.start ?? Infinity) >= sentence.end) continue;
    const words = reading.clean.slice(sentence.start, sentence.end);
    if (/\?["”]?$|\b(?:[Ii]f|[Uu]nless)\b/.test(words)) continue;
    // The day of a dateline is the article's, and of no event.
    const bodyStart = sentence.start + datelineLength(words);
    const here: FoundDate[] = [];
    for (let i = d; (dates[i]?.start ?? Infinity) < sentence.end; i++) {
      const date = dates[i];
      if (
        date &&
        date.start >= bodyStart &&
        isOfEvents(date, today, reading.clean.slice(date.start, date.end))
      )
        here.push(date);
    }
    if (here.length === 0) continue;
    const clauses = clausesIn(sentence, bodyStart, here, today);
    const occasionsHere = occasionsIn(sentence, bodyStart, here).filter(
      (event) => !clauses.some((each) => each.start < event.end && event.start < each.end)
    );
    found.push(...[...clauses, ...occasionsHere].toSorted((a, b) => a.start - b.start));
  }
  return found;
}

/** A day, week or month, not more than a year before the article. */
function isOfEvents({ value, anchor }: FoundDate, today: Date | null, words: string): boolean {
  // Without the article's day “Monday” still is one, and “the 1990s” never.
  if (value === null)
    return today === null && anchor === 'none' && /day|night|tomorrow|week|month$/i.test(words);
  if (value.length === 4) return false;
  if (!today) return true;
  const [year = 0, month = 12] = value.split('-').map((part) => Number(part.replace('W', '')));
  const isWeek = value.includes('W');
  const day =
    value.length === 10 ? new Date(value) : new Date(Date.UTC(year, isWeek ? 11 : month, 0));
  return today.getTime() - day.getTime() <= 366 * 86_400_000;
}
