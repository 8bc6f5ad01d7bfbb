/** What a draft could not tell of an article, in plain words. */
import type { Draft, Span } from '../../domain/suggestions/draft.js';
import type { DraftQuote } from '../../domain/suggestions/suggestion.js';
import type { PartialDate } from '../../domain/base/values.js';
import { dayUnknown } from '../../domain/sources/day-of-sources.js';
import { dateInWords } from '../../domain/terms/terms.js';
import type { Article } from '../../domain/program/article.js';
import type { Range } from '../../domain/text/range.js';
import type { ComposedLine, LimitFacts } from './composed-part.js';

/** Speakers without a name, each with its sentence; more are counted. */
const mostUnnamed = 2;
const likely = 0.75;

const unnamedNouns =
  'sources?|officials?|diplomats?|insiders?|witness(?:es)?|people|persons?|aides?|advis[eo]rs?|analysts?|experts?|critics|observers?|researchers|residents?|locals|spokes\\p{L}+|polls?|polling|surveys?';
const unnamed = new RegExp(`\\b(?:${unnamedNouns})\\b`, 'iu');
/** But “residents' group Clear Air”: a group of them. */
const opensUnnamed = new RegExp(`^(?:${unnamedNouns})\\b(?!['’])`, 'iu');

/**
 * @param take gives the sentence of what is said, unless it stands in a part already.
 */
export function limitsOf(
  { text }: Pick<Article, 'text'>,
  draft: Draft,
  { published, made, missing }: LimitFacts,
  take: (saying: DraftQuote) => Range | null
): readonly ComposedLine[] {
  const { language } = draft;
  const remarks = [
    ...missing,
    ...(language.suggestions
      ? []
      : [
          'The draft tells neither speakers nor events, since it reads English prose, and German and French in part.'
        ]),
    ...(language.reason === undefined ? [] : [language.reason]),
    ...(published === null ? [withoutDay(draft, text)] : []),
    ...(published === null && made !== null ? [dayOfFileInWords(made)] : []),
    ...(language.suggestions && draft.attributions.length === 0 && /["“«]/.test(text)
      ? ['The draft found nobody who says something.']
      : [])
  ];
  return [
    ...speakersWithoutName(draft, take),
    ...[...new Set(remarks)].map((remark) => ({ label: '', words: null, strong: '', remark }))
  ];
}

/** “people familiar with the talks”, “Analysts”, “a senior official”, but not “Russian officials” or “a spokeswoman for the Harbour Board”. */
export function hasNoName(speaker: string): boolean {
  const words = speaker.replace(
    /^(?:an?|the|(?:the )?same|two|three|several|some|many|most|other|one) /i,
    ''
  );
  // A body speaks through whoever speaks for it.
  if (/^spokes\p{L}+ (?:for|of) (?:the )?\p{Lu}/u.test(words)) return false;
  const opensWithName = /^\p{Lu}/u.test(words) && !opensUnnamed.test(words);
  const isNamedWithin = /(?<!^)\b\p{Lu}/u.test(words) && !opensUnnamed.test(words);
  return !opensWithName && !isNamedWithin && unnamed.test(words);
}

/** “the survey weight”, “all respondents who”: numbers, and those who were counted. */
const noSpeaker =
  /\b(?:weights?|data|methods?|respondents?|participants?|subjects?|needed)\b|\b(?:least|most) one\b|\b(?:better|reliable) source\b/iu;

function speakersWithoutName(
  draft: Draft,
  take: (saying: DraftQuote) => Range | null
): readonly ComposedLine[] {
  const actors = new Map(draft.actors.map(({ id, type }) => [id, type]));
  const found = draft.attributions.filter(({ actor, source, nested, confidence }) => {
    if (nested || confidence < likely || !source || noSpeaker.test(source.text)) return false;
    return (actor === null || actors.get(actor) !== 'person') && hasNoName(source.text);
  });
  const lines: ComposedLine[] = [];
  for (const saying of found) {
    if (lines.length === mostUnnamed) break;
    const words = take(saying);
    if (words) lines.push({ label: 'Speaker not named', words, strong: '', remark: '' });
  }
  return lines;
}

/** With the days, such as “Monday”, that cannot be told without it. */
function withoutDay(draft: Draft, text: string): string {
  const words = [
    ...new Set(daysWithoutDate(draft, text).map(({ text }) => `“${text.replace(/\s+/g, ' ')}”`))
  ].slice(0, 3);
  if (words.length === 0) return `${dayUnknown}.`;
  return `${dayUnknown}, so that ${joinedByAnd(words)} ${words.length > 1 ? 'have' : 'has'} no date.`;
}

/** “Friday” in an article of which the day is not known. */
export function daysWithoutDate({ dates }: Draft, text: string): readonly Span[] {
  return dates.filter(
    (date) => date.value === null && counted.test(date.text) && !isAnyTime(text, date)
  );
}

/** What a file says of itself is no day of publication. */
export function dayOfFileInWords(made: PartialDate): string {
  return `The day of its file is ${dateInWords(made)}, which may be when somebody saved it.`;
}

/** “every Friday”, “on Sundays”, “still in use today”. */
export function isAnyTime(text: string, { start, end, text: date }: Span): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 40);
  if (/\b(?:an?|any|every|each|most|some) $/i.test(before) || /^s\b/.test(behind)) return true;
  const isNowadays =
    /\b(?:is|are|remains?|still|known|use|exists?|even|(?:['’]s|['’]re))\b[^.]*$/i.test(before) ||
    /^,? [^.]{0,30}\b(?:is|are|remains?|has|have|still)\b|^['’]s\b/i.test(behind);
  return /^today$/i.test(date) && isNowadays;
}

/** Counted from the day of the article. */
const counted =
  /^(?:(?:last|next|this|on|late|early|earlier|since|until|by)\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|tomorrow|(?:last|next|this) (?:week|month|year))\b/i;

function joinedByAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
