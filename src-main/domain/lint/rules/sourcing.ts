/** Rules that ask whether a source holds what a passage quotes and counts, and of when it is. */
import { firstDayOf, type PartialDate } from '../../base/values.js';
import { findSimilar } from '../../anchoring/locate.js';
import type { Annotation } from '../../briefing/annotation.js';
import type { Briefing } from '../../briefing/briefing.js';
import { noText, titleOfSource } from '../../briefing/source.js';
import type { LintFinding } from '../finding.js';
import { quotationsOf, findingIn, type Passage } from '../passages.js';
import { foldQuotation, type SourceIndex } from '../sources.js';
import { yardsticks } from '../../ledger/judgement.js';
import { blankDates } from '../../text/dates-in-text.js';
import { dateInWords } from '../../terms/terms.js';
import { readNumbers, type WrittenNumber } from '../../text/numbers.js';
import { readDatedLine } from '../../text/read-date.js';
import { sentencesOfLines } from '../../text/sentences.js';

/** Fewer words are a name or a word at arm's length. */
const leastWords = 3;

/** Of one text: to look through long sources for words like these takes its time. */
const mostCompared = 40;

/** Quotations in a text that no source holds as they stand. */
export function differingQuote(passage: Passage, sources: SourceIndex): readonly LintFinding[] {
  if (!sources.isComplete) return [];
  const verdicts = verdictsOf(sources);
  let compared = 0;
  return quotationsOf(passage.text).flatMap((quotation) =>
    partsOf(quotation).flatMap((part) => {
      const folded = foldQuotation(part);
      let verdict = verdicts.get(folded);
      if (!verdict) {
        const held = sources.folded.some((text) => text.includes(folded));
        if (!held) compared += 1;
        verdict = { held, near: held || compared > mostCompared ? null : nearest(folded, sources) };
        verdicts.set(folded, verdict);
      }
      if (verdict.held) return [];
      return [
        findingIn(
          passage,
          'differing-quote',
          part,
          verdict.near
            ? `The source says “${verdict.near}”. Quote it as it stands, or mark what you left out with […].`
            : 'No source of this briefing holds these words. Add the source, or remove the quotation marks.'
        )
      ];
    })
  );
}

interface Verdict {
  readonly held: boolean;
  /** The words of a source that are most like it; `null` for none. */
  readonly near: string | null;
}
const known = new WeakMap<SourceIndex, Map<string, Verdict>>();

/** By the folded words. The same sources are not asked twice. */
function verdictsOf(sources: SourceIndex): Map<string, Verdict> {
  const verdicts = known.get(sources) ?? new Map<string, Verdict>();
  known.set(sources, verdicts);
  return verdicts;
}

/** Articles whose day nobody knows. A reference without its text may have none. */
export function undatedSource({ sources }: Briefing): readonly LintFinding[] {
  return sources
    .filter(({ published, text }) => published === null && text !== noText)
    .map((source) => ({
      rule: 'undated-source',
      in: 'source',
      about: source.id,
      words: titleOfSource(source),
      message:
        'What it reports has no day in the ledger, and none in print. Set the day above its text.'
    }));
}

/** Annotations of a source whose words are not in it. Where its text is not there, nothing can be said. */
export function differingEvidence(
  briefing: Briefing,
  sources: SourceIndex
): readonly LintFinding[] {
  return briefing.annotations
    .filter((annotation) => differs(annotation, sources))
    .map(({ id, target }) => ({
      rule: 'differing-quote',
      in: 'annotation',
      about: id,
      words: target.selectors.quote.exact.slice(0, 300),
      message: 'These words are not in the source that they were marked in. Mark them again.'
    }));
}

const compared = new WeakMap<
  Annotation,
  { readonly sources: SourceIndex; readonly differs: boolean }
>();

function differs(annotation: Annotation, sources: SourceIndex): boolean {
  const { type, id } = annotation.target;
  if (type !== 'source' || !sources.readable.has(id)) return false;
  const known = compared.get(annotation);
  if (known?.sources === sources) return known.differs;
  const folded = foldQuotation(annotation.target.selectors.quote.exact);
  const found = { sources, differs: !sources.folded.some((text) => text.includes(folded)) };
  compared.set(annotation, found);
  return found.differs;
}

/** What its writer left out or put in, in brackets, is not part of the quotation; nor is the last comma. */
function partsOf(quotation: string): readonly string[] {
  return quotation
    .split(/\[[^\]]*\]|\(…\)|…|\.{3}/u)
    .map((part) => part.trim().replace(/^[,;:]\s*|[\s,.;:!?]+$/gu, ''))
    .filter((part) => (part.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWords);
}

function nearest(folded: string, sources: SourceIndex): string | null {
  const quote = { exact: folded, prefix: '', suffix: '' };
  const found = sources.folded.flatMap((text) =>
    findSimilar(quote, text)
      .slice(0, 1)
      .map(({ start, end, errors }) => ({ words: text.slice(start, end).trim(), errors }))
  );
  return found.sort((a, b) => a.errors - b.errors)[0]?.words ?? null;
}

const dayLength = 86_400_000;
/** In the languages that drafts are read in, by the number of the day from Sunday. */
const weekdays = new Map(
  ['en', 'de', 'fr'].flatMap((language) => {
    const days = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    // 4 January 1970 was a Sunday.
    return [0, 1, 2, 3, 4, 5, 6].map((day) => [days.format((3 + day) * dayLength), day] as const);
  })
);
/** One that a date stands beside says which day it means. */
const weekday = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!(?:every|each|jeden|chaque) )(${[...weekdays.keys()].join('|')})(?![\\p{L}\\p{N}])(?!,? (?:the |den |le )?\\d)(?!,? \\p{Lu}\\p{L}+\\.? \\d)`,
  'gu'
);

/**
 * Weekdays in a sentence as a source has it that have come again by the day of the briefing: whoever reads
 * them takes them for another day. A line of a card may begin with a label, which no source has.
 */
export function passedWeekday(
  passage: Passage,
  sources: SourceIndex,
  date: PartialDate | null
): readonly LintFinding[] {
  if (date === null) return [];
  return sentencesOfLines(passage.text).flatMap(({ start, end }) => {
    const sentence = passage.text.slice(start, end).trim();
    const named = [...sentence.matchAll(weekday)];
    if (named.length === 0) return [];
    const folded = foldQuotation(sentence.replace(/^[^:]{1,100}: /u, ''));
    const written = sources.published
      .filter((day, i) => day !== null && sources.folded[i]?.includes(folded))
      .sort()
      .at(-1);
    if (!written || !isWholeDay(written) || !isWholeDay(date)) return [];
    const known = readDatedLine(sentence)?.date ?? null;
    const passed = named.filter(([word]) => {
      const day = weekdays.get(word) ?? 0;
      return !isOn(day, known) && comesBetween(day, written, date);
    });
    return [...new Set(passed.map(([word]) => word))].map((word) =>
      findingIn(
        passage,
        'passed-weekday',
        sentence,
        `“${word}” was written on ${dateInWords(written)}, and this briefing is of ${dateInWords(date)}. Say which day is meant.`
      )
    );
  });
}

function isWholeDay(date: PartialDate): boolean {
  return firstDayOf(date) === date;
}

/** Whether the day is that weekday. */
function isOn(weekday: number, day: PartialDate | null): boolean {
  return day !== null && isWholeDay(day) && new Date(day).getUTCDay() === weekday;
}

/** Whether that weekday comes after the first day, up to the last one. */
function comesBetween(weekday: number, first: PartialDate, last: PartialDate): boolean {
  const [from, to] = [new Date(first), new Date(last)];
  const next = ((weekday - from.getUTCDay() + 6) % 7) + 1;
  return (to.getTime() - from.getTime()) / dayLength >= next;
}

/** Numbers in words up to here count what the briefing itself lists: “two constraints”. */
const greatestCount = 12;
/** What its writer numbers. */
const numbering =
  /(?:option|phase|step|point|table|card|scenario|case|note|figure|question)s?\s$/iu;
/** “[^1]” */
const footnote = /\[\^[^\]\s]{1,40}\]/gu;
const range = /(?<!\d)(\d{1,3})\s*[–-]\s*(\d{1,3})\s*(?:%|per\s?cent)/giu;

const steps = new Set(
  Object.values(yardsticks).flatMap(({ steps: all }) =>
    Object.values(all).map(({ from, to }) => `${from}-${to}`)
  )
);

/** Numbers for which no source and no figure with evidence can be named. */
export function unsourcedNumber(
  passage: Passage,
  sources: SourceIndex,
  known: KnownNumbers
): readonly LintFinding[] {
  if (!sources.isComplete) return [];
  const plain = passage.text.replace(footnote, (mark) => ' '.repeat(mark.length));
  const text = blankDates(plain).replace(range, (words, from: string, to: string) =>
    steps.has(`${from}-${to}`) ? ' '.repeat(words.length) : words
  );
  return readNumbers(text)
    .filter((number) => !isOwnCount(number, text) && !isHeld(number, sources, known))
    .map(({ words }) =>
      findingIn(
        passage,
        'unsourced-number',
        words,
        `No source of this briefing holds “${words}”. Check it, add the source, or record the figure with its evidence.`
      )
    );
}

export interface KnownNumbers {
  readonly figures: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  /** The same for the same numbers. */
  readonly key: string;
}

/** Figures that rest on evidence, and the years of the briefing's own dates. */
export function knownNumbers(briefing: Briefing): KnownNumbers {
  const annotated = new Set(briefing.annotations.map(({ id }) => id));
  const dates = [
    briefing.date,
    ...briefing.sources.map(({ published }) => published),
    ...briefing.events.flatMap(({ date, until }) => [date, until]),
    ...briefing.positions.flatMap(({ said, effective, reported }) => [said, effective, reported]),
    ...briefing.outcomes.map(({ horizon }) => horizon)
  ];
  const figures = briefing.figures
    .filter(({ evidence }) => evidence.some((id) => annotated.has(id)))
    .map(({ value }) => value);
  const years = dates.flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]));
  const known = { figures: new Set(figures), years: new Set(years) };
  return { ...known, key: [...known.figures, '', ...known.years].join(' ') };
}

function isOwnCount({ digits, percent, values, start }: WrittenNumber, text: string): boolean {
  if (!digits) return !percent && values.every((value) => value <= greatestCount);
  return numbering.test(text.slice(Math.max(0, start - 20), start));
}

function isHeld(
  { values, percent }: WrittenNumber,
  sources: SourceIndex,
  { figures, years }: KnownNumbers
): boolean {
  const held = percent ? sources.percentages : sources.numbers;
  return values.some((value) => held.has(value) || figures.has(value) || years.has(value));
}
