/** When something was said, as the sentence tells it. */
import { type Span, toSpan } from '../../domain/suggestions/draft.js';
import type { Range } from '../../domain/text/range.js';
import type { FoundReport } from '../attributions/finding.js';
import type { FoundDate } from './find-dates.js';

/** What parts a date from the verb of saying: an end of a sentence or paragraph, or another clause. */
const parting =
  /\n|[.!?]["”’')\]]*\s|[;:]|\b(?:and|but|or|when|while|until|after|before|since|because|who|which)\b/i;
/** “VARN, June 17 - ”: the day of the article. */
const dash = /\s[-–—]\s/;
/** Behind the verb the date may also be of what is spoken of: "said of the vote on Friday". */
const partingBehind = /,|\b(?:of|about|over|on the|regarding|concerning)\b/i;
/** “Okafor, who on Wednesday had ruled out”: the date opens the clause of the verb, which a comma ends. */
const opensHere = /\bwho (?:(?:on|in|only|late|early) )*$/i;
/** UTF-16 units between the two. */
const furthest = 60;

/** The date that the sentence gives for the saying, outside what is said; the nearest to its verb. */
export function timeOf(
  text: string,
  { cue, content }: Pick<FoundReport, 'cue' | 'content'>,
  dates: readonly FoundDate[]
): Span | null {
  if (!cue) return null;
  const apart = saidApart(text, cue, dates);
  if (apart) return apart.apart ? toSpan(text, apart) : null;
  const distance = ({ start, end }: Range) => Math.max(start - cue.end, cue.start - end);
  const isOfSaying = ({ start, end }: FoundDate) => {
    if (distance({ start, end }) >= furthest) return false;
    const isBehind = start >= cue.end;
    const between = isBehind ? text.slice(cue.end, start) : text.slice(end, cue.start);
    // "Okafor, who left in March, said"
    const clause = isBehind
      ? ''
      : (text
          .slice(Math.max(0, start - furthest), start)
          .split(/[,.](?!\d)|[;\n]/)
          .at(-1) ?? '');
    return (
      !parting.test(between) &&
      (!parting.test(clause) || (opensHere.test(clause) && !between.includes(','))) &&
      !(isBehind ? partingBehind : dash).test(between) &&
      !content.some((c) => c.start <= start && end <= c.end)
    );
  };
  const [nearest] = dates
    .filter((date) => !date.isDuration && isOfSaying(date))
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest ? toSpan(text, nearest) : null;
}

/** Of a cue that tells what was said before or after other words: “two days after insisting”. */
export function saidApart(
  text: string,
  cue: Range,
  dates: readonly FoundDate[]
): FoundDate | undefined {
  return dates.find(
    ({ apart, end }) =>
      apart !== undefined &&
      end < cue.start &&
      /^ (?:(?:s?he|they|it) )?$/.test(text.slice(end, cue.start))
  );
}
