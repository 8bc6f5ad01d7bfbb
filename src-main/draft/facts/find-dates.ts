/** Dates in running text, and the day they mean as seen from the article's own date. */
import type { Draft } from '../../domain/suggestions/draft.js';
import type { Reading } from '../reading/reading.js';
import type { Range } from '../../domain/text/range.js';
import { dayApart, resolveDate } from './resolve-date.js';

export type FoundDate = Range &
  Pick<Draft['dates'][number], 'value' | 'anchor'> & {
    /** A length of time, such as “three years”, which names no day. */
    readonly isDuration?: true;
    /** The day of “two days after insisting”; `null` where that from which it counts is not known. */
    readonly apart?: string | null;
  };

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)';
const weekday = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const partOfDay = '(?: (?:morning|afternoon|evening|night))?';
const dayNumber = '\\d{1,2}(?:st|nd|rd|th)?';
const year = '(?:1[5-9]|20)\\d{2}';
const unit =
  '(?:weekend|week|month|year|decade|quarter|spring|summer|autumn|fall|winter|night|morning|afternoon|evening|century)';
const upToTen = 'one two three four five six seven eight nine';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const otherCounts =
  'an a ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen several a_few a_couple_of';
/** “ten” and, at the start of a sentence, “Ten” */
const inEitherCase = (words: string) =>
  words
    .split(' ')
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|')
    .replaceAll('_', ' ');
const count = `(?:\\d{1,3}|(?:${inEitherCase(tens)})(?:[ -](?:${upToTen.replaceAll(' ', '|')}))?|${inEitherCase(`${upToTen} ${otherCounts}`)})`;

const units = '(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)';
/** Behind a length of time, where a deed follows: “after insisting”, “before she had said”. */
const apart = ' (?:after|before)(?= (?:(?:s?he|they|it) (?:had )?)?(?:\\p{L}+(?:ing|ed)|said)\\b)';
const apartFrom = new RegExp(`^${apart}`, 'u');
/** Found as dates are, so that nobody takes the number for something else; they name no day. */
const durations = [
  `(?:${count}|few) (?:more |and a half )?${units}\\b(?![ -](?:ago|old)\\b|-)`,
  `(?:recent|coming) ${units}\\b`,
  `(?:an?|one) (?:day|week)(?=${apart})`,
  `(?<=\\b(?:for|lasted|took|spent) )(?:hours|days|weeks|months|years|decades)\\b`,
  `(?<=\\b(?:for|in|within|over|than|after|nearly|almost|about|lasted|took) )(?:an?|one|half an?) (?:hour|day|week|month|year|decade|century)\\b(?! (?:ago|old|later|earlier)\\b|-)`
];
/** In the order in which they are tried at one place: the longer before the shorter. */
const patterns = [
  `(?:${weekday},? )?${month} ${dayNumber}\\s?[–-]\\s?${dayNumber}\\b(?:,? ${year}\\b)?`,
  `(?:${weekday},? )?(?:the )?${dayNumber}(?:\\s?[–-]\\s?| to )${dayNumber} (?:of )?${month}(?:,? ${year}\\b)?`,
  `${year}[–-](?:${year}|\\d{2})\\b(?![-–/]\\d)(?!\\d)`,
  `(?:${weekday},? )?(?:early |late |mid-)?${month} ${dayNumber}\\b(?:,? ${year}\\b)?`,
  `(?:${weekday},? )?(?:the )?${dayNumber} (?:of )?${month}(?:,? ${year}\\b)?`,
  `(?:early |late |mid-)?${month},? (?:of )?${year}\\b`,
  `\\d{4}-\\d{2}-\\d{2}\\b`,
  `\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})\\b`,
  `(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming|[Tt]his past|early|late) ${weekday}${partOfDay}`,
  `${weekday}${partOfDay}(?: (?:last|this|next) week)?`,
  `(?:late )?(?:[Ll]ast|[Nn]ext|[Tt]his|past|previous|the following|the next|the previous|[Ee]arlier this|[Ll]ater this|[Ee]arly this|[Ll]ate this|[Ee]arly next|[Ll]ate last|[Ee]arly last|later that|earlier that|the same) ${unit}\\b`,
  `[Tt]he day (?:before yesterday|after tomorrow|before(?= ?[.,;])|after(?= ?[.,;]))\\b`,
  `(?:[Tt]he (?:next|following|previous|same) day|[Tt]hat (?:day|night|week|month|year|summer|evening))\\b(?![’'])`,
  `(?:${count} (?:days?|weeks?|months?|years?|decades?) later|[Aa] (?:day|week|month|year|decade) later)\\b`,
  `(?<=\\b(?:at|on|over|during|after|before|throughout) )the weekend\\b`,
  `(?:later|early|late|earlier) (?:today|yesterday|tomorrow)\\b`,
  `(?:[Yy]esterday|today|[Tt]omorrow|[Tt]onight)\\b`,
  `[Tt]he (?:last|past|next|coming) (?:few |${count} )(?:days|weeks|months|years|decades)\\b`,
  `(?:the )?(?:first|second|third|fourth) (?:quarter|half) of ${year}\\b`,
  `Q[1-4] ${year}\\b`,
  `(?:[Tt]he )?(?:early |late |mid-)?(?:1[4-9]|20|21|fifteen|sixteen|seventeen|eighteen|nineteen|twentie)th[ -]century\\b`,
  `(?<=\\b[Tt]he )(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\\b`,
  `[Tt]he (?:end|beginning|start|middle) of (?:${month}(?:,? ${year}\\b)?|${year}\\b)`,
  `(?<!\\b[Hh]alf |[\\d,.])${count} (?:days?|weeks?|months?|years?|decades?) (?:ago|earlier)\\b`,
  `(?:[Ll]ast|[Nn]ext|[Tt]his|early|late|mid-) ?${month}(?! ?\\d)`,
  `(?:[Tt]he )?(?:spring|summer|autumn|fall|winter) (?:of )?${year}\\b`,
  `['](?:[2-9]0)s\\b`,
  `(?:[Tt]he )?(?:early |late |mid-)?(?:the )?(?:1[6-9]|20)\\d0s\\b`,
  `(?:early|late|mid-)[ -]?${year}\\b`,
  `(?<=\\b(?:in|by|until|before|during|since|from) )(?:the|this) (?:spring|summer|autumn|fall|winter)\\b`,
  `[Tt]he (?:end|beginning|start|middle) of (?:the|this|next|last) (?:week|month|year|decade|century)\\b`,
  `(?<=\\b(?:in|since|until|by|during|from|to|into|before|after|through|until|of|for|till|and|In|Since|Until|By|During|From|Before|After) )${month}(?! ?\\d)(?=[\\s,.;:)”'’]|$)`,
  `(?<=\\b(?:in|since|until|by|from|of|to|through|late|early|during|and|before|after|between|the|for|around|circa|its|his|her|their|In|Since|Until|By|From|Before|After|During|than) )${year}\\b(?![%,.]\\d)(?!-\\d\\d-)`,
  `(?<=\\()${year}\\b`,
  `${year}(?= (?:election|campaign|season|report|budget|referendum|constitution|law|act|deal|agreement|treaty|summit|convention|race|cycle|presidential|primary|general|midterm|invasion|war|World|Olympics|Games|financial|revolution|coup|study|census|survey|attack|attacks|crisis)\\b)`,
  `(?:New Year's (?:Day|Eve)|Christmas(?: Day| Eve)?|Easter(?: Sunday| Monday)?|Thanksgiving|Good Friday|Boxing Day)\\b`
];
const dates = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${patterns.join('|')}|(?<duration>${durations.join('|')}))`,
  'gu'
);
/** A sentence without any of these holds no date: most have none, and `dates` tries much at each word. */
const signOfDate =
  /\d|day|week|night|month|year|decade|centur|morning|evening|tomorrow|spring|summer|autumn|fall|winter|quarter|second|minute|hour|ties|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|New Year|Christmas|Easter|Thanksgiving)/;
/** May also be a name or a verb: "May said", "March of Dimes". */
const ambiguous = /^(?:May|March|Sun|Sat|Fall|fall)$/;

/** `today` is the article's own date, `null` when it states none. In order, without overlap. */
export function findDates(
  { clean, sentences, paragraphs }: Reading,
  today: Date | null
): FoundDate[] {
  const found: FoundDate[] = [];
  const ranges = sentences.length ? sentences : paragraphs;
  for (const { start, end } of ranges) {
    const sentence = clean.slice(start, end).replace(/[\n\r\t]/g, ' ');
    if (!signOfDate.test(sentence)) continue;
    for (const m of sentence.matchAll(dates)) {
      const text = m[0];
      if (
        ambiguous.test(text) &&
        !/\b(?:in|since|until|by|during|last|next|this)\s$/i.test(sentence.slice(0, m.index))
      )
        continue;
      if (
        /^\p{Lu}/u.test(text) &&
        /^(?:May|March|April|June|August) /.test(text) &&
        !/\d/.test(text)
      )
        continue;
      const at = start + m.index;
      if (m.groups?.['duration'] !== undefined) {
        const lasting = { value: null, anchor: 'explicit', isDuration: true } as const;
        const [way] = apartFrom.exec(sentence.slice(m.index + text.length)) ?? [];
        const here = found.filter((date) => date.start >= start && !date.isDuration);
        found.push({
          ...{ start: at, end: at + text.length + (way?.length ?? 0), ...lasting },
          ...(way && { apart: dayApart(text, way, here, today) })
        });
        continue;
      }
      const resolved = resolveDate(text, sentence, m.index, today);
      found.push({ start: at, end: at + text.length, ...resolved });
    }
  }
  return found;
}
