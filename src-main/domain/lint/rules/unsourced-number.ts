import type { Briefing } from '../../briefing/briefing.js';
import { yardsticks } from '../../ledger/judgement.js';
import { blankDates } from '../../text/dates-in-text.js';
import type { Finding } from '../finding.js';
import { readNumbers, type WrittenNumber } from '../../text/numbers.js';
import { findingIn, type Passage } from '../passages.js';
import type { SourceIndex } from '../sources.js';

/** Numbers in words up to here count what the briefing itself lists: “two constraints”. */
const greatestCount = 12;
/** What its writer numbers. */
const numbering =
  /(?:option|phase|step|point|table|card|scenario|case|note|figure|question)s?\s$/iu;
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
): readonly Finding[] {
  if (sources.isEmpty) return [];
  const text = blankDates(passage.text).replace(range, (words, from: string, to: string) =>
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
