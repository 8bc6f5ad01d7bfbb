/** Rules that ask whether a source holds what a passage quotes and counts. */
import { findSimilar } from '../../anchoring/locate.js';
import type { Annotation } from '../../briefing/annotation.js';
import type { Briefing } from '../../briefing/briefing.js';
import type { LintFinding } from '../finding.js';
import { quotationsOf, findingIn, type Passage } from '../passages.js';
import { foldQuotation, type SourceIndex } from '../sources.js';
import { yardsticks } from '../../ledger/judgement.js';
import { blankDates } from '../../text/dates-in-text.js';
import { readNumbers, type WrittenNumber } from '../../text/numbers.js';

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
            : 'No source of this briefing holds these words. Add the source, or take the quotation marks away.'
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
      message: 'These words are not in the source that they were marked in. Mark them anew.'
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
