/** What a reader can look up: every quote that a claim rests on and every note, numbered, and where each stands. */
import { inOrderHappened, inOrderSaid, likeliestFirst } from './claims.js';
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';
import type { Id } from '../base/values.js';
import { isToldInWords } from './matrix.js';
import { historyOf, positionMatrix } from '../ledger/ledger.js';
import { entriesWithEvidence } from '../briefing/evidence.js';
import { type Source, gradeOf, notGraded } from '../briefing/source.js';
import { running } from '../text/direction.js';
import { joinedByCommas } from '../text/joined-words.js';
import type { PrintedWords } from '../terms/printed/en.js';

/** Where the quote stands; `null` when that card or source has been deleted. */
type NotePlace =
  | { readonly type: 'card'; readonly card: Card }
  | { readonly type: 'source'; readonly source: Source }
  | null;

export interface Note {
  /** From 1, in the order in which a reader of the document meets them. */
  readonly number: number;
  readonly annotation: Annotation;
  readonly place: NotePlace;
}

/** What of a briefing a document prints besides its entries. */
export interface PrintedParts {
  /** Sources whose whole text is printed. */
  readonly texts: ReadonlySet<Id>;
  /** The claims that stand before all others. */
  readonly first: readonly { readonly evidence: readonly Id[] }[];
}

const nothingElse: PrintedParts = { texts: new Set(), first: [] };

/**
 * Bare highlights that no claim rests on stay without a number: they are shown, not cited.
 * `whole` is what the briefing was restricted from, where a quote may stand that is not shown.
 *
 * In the order of reading: numbers rise through the cards, then through the texts of the sources, since
 * that is where a reader meets the words. Only then come quotes that are not printed in their text, in
 * the order of the claims that rest on them.
 */
export function numberNotes(
  briefing: Briefing,
  { texts, first }: PrintedParts = nothingElse,
  whole: Briefing = briefing
): readonly Note[] {
  const byId = new Map(briefing.annotations.map((annotation) => [annotation.id, annotation]));
  const order = new Set<Id>();
  const evidence = new Set(
    [...entriesWithEvidence(briefing), ...first].flatMap((claim) => claim.evidence)
  );
  const cite = (annotation: Annotation) => {
    if (annotation.note.trim() || evidence.has(annotation.id)) order.add(annotation.id);
  };
  const citeInText = (target: Id) => {
    for (const annotation of annotationsOf(briefing, target)) {
      if (annotation.target.selectors.position) cite(annotation);
    }
  };
  const citeEvidence = (claim: { readonly evidence: readonly Id[] } | null) => {
    for (const id of claim?.evidence ?? []) if (byId.has(id)) order.add(id);
  };
  for (const { id } of briefing.cards) citeInText(id);
  for (const { id } of briefing.sources) if (texts.has(id)) citeInText(id);
  first.forEach(citeEvidence);
  const matrix = positionMatrix(briefing, null);
  // A map of signs has no numbers.
  if (isToldInWords(matrix)) for (const { cells } of matrix) cells.forEach(citeEvidence);
  inOrderHappened(briefing.events).forEach(citeEvidence);
  for (const { id: issue } of briefing.issues) {
    for (const { id: actor } of briefing.actors) {
      historyOf(briefing.positions, actor, issue).forEach(citeEvidence);
    }
  }
  for (const { statement } of inOrderSaid(briefing)) citeEvidence(statement);
  likeliestFirst(briefing.outcomes).forEach(citeEvidence);
  briefing.figures.forEach(citeEvidence);
  for (const { id } of [...briefing.cards, ...briefing.sources]) {
    annotationsOf(briefing, id).forEach(cite);
  }
  briefing.annotations.forEach(cite);
  return [...order].flatMap((id, index) => {
    const annotation = byId.get(id);
    if (!annotation) return [];
    return {
      number: index + 1,
      annotation,
      place: notePlace(whole, annotation)
    };
  });
}

/**
 * The annotations of one card or source in the order in which their words end, which is where their
 * numbers stand; those without a certain place last.
 */
export function annotationsOf(briefing: Briefing, target: Id): readonly Annotation[] {
  const place = ({ target: { selectors } }: Annotation) =>
    selectors.position ?? { start: Infinity, end: Infinity };
  return briefing.annotations
    .filter((annotation) => annotation.target.id === target)
    .sort((a, b) => {
      const [one, other] = [place(a), place(b)];
      if (one.end !== other.end) return one.end - other.end;
      // Infinity less Infinity is no number.
      return one.start === other.start ? 0 : one.start - other.start;
    });
}

export function notePlace(briefing: Briefing, { target }: Annotation): NotePlace {
  const card = briefing.cards.find(({ id }) => id === target.id);
  if (card) return { type: 'card', card };
  const source = briefing.sources.find(({ id }) => id === target.id);
  return source ? { type: 'source', source } : null;
}

/** A quote as the words and the number by which a document cites it. */
export interface CitedQuote {
  readonly number: number;
  readonly words: string;
  /** Whether its words were cited before, so that the number is enough. */
  readonly again: boolean;
}

export class CitedQuotes {
  readonly #notes: Note[];
  readonly #numbers: Map<string, number>;
  readonly #cited = new Set<number>();

  /** `notes` have their numbers already. */
  constructor(notes: readonly Note[]) {
    this.#notes = [...notes];
    this.#numbers = new Map(notes.map(({ annotation, number }) => [keyOf(annotation), number]));
  }

  /**
   * What an entry of `briefing` rests on, each quote once, with the next numbers for those that have
   * none. A quote whose words differ from one state of a briefing to another is two.
   */
  cite(briefing: Briefing, evidence: readonly Id[]): readonly CitedQuote[] {
    return [...new Set(evidence)].flatMap((id) => {
      const annotation = briefing.annotations.find((each) => each.id === id);
      if (!annotation) return [];
      const key = keyOf(annotation);
      let number = this.#numbers.get(key);
      if (number === undefined) {
        number = (this.#notes.at(-1)?.number ?? 0) + 1;
        this.#numbers.set(key, number);
        this.#notes.push({ number, annotation, place: notePlace(briefing, annotation) });
      }
      const again = this.#cited.has(number);
      this.#cited.add(number);
      return { number, words: annotation.target.selectors.quote.exact, again };
    });
  }

  /** All of them, by number. */
  get notes(): readonly Note[] {
    return this.#notes;
  }
}

function keyOf({ id, target }: Note['annotation']): string {
  return `${id} ${target.selectors.quote.exact}`;
}

/** Such as “After Alaska, The Daily, 16 August 2025, grade B2”. Without a full stop. */
export function placeInWords(place: NotePlace, words: PrintedWords): string {
  if (!place) return words.fromTextTakenOut;
  if (place.type === 'card') {
    return words.inThisBriefing(place.card.heading || words.cardKinds[place.card.kind]);
  }
  const { source } = place;
  const parts = [sourceTitle(source, words), ...factsOfSource(source, words)];
  return running(words.direction, joinedByCommas(parts, words.comma));
}

/** Publisher, day and grade; empty for what nobody knows. */
export function factsOfSource(source: Source, words: PrintedWords): readonly string[] {
  const { publisher, published } = source;
  const day = published ? words.date(published) : '';
  return [publisher, day, printedGrade(gradeOf(source), words)];
}

/** Such as “grade B2”; empty for a source that nobody graded. */
export function printedGrade(grade: string, words: Pick<PrintedWords, 'grade'>): string {
  return grade === notGraded ? '' : words.grade(grade);
}

/** What a document calls a source. */
export function sourceTitle({ title }: Pick<Source, 'title'>, words: PrintedWords): string {
  return title.trim() || words.untitledSource;
}

interface QuotesOfPlace {
  /** Without a full stop. */
  readonly place: string;
  /** Such as “1–4, 7”. */
  readonly numbers: string;
  /** What a newer version says in place of these quotes, in sentences; empty for nothing. */
  readonly newerVersion: string;
}

/** In the order of their first numbers. */
export function quotesByPlace(
  notes: readonly (Note & Pick<QuotesOfPlace, 'newerVersion'>)[],
  words: PrintedWords
): readonly QuotesOfPlace[] {
  const places = new Map<string, Omit<QuotesOfPlace, 'numbers'> & { numbers: number[] }>();
  for (const { number, place: stands, newerVersion } of notes) {
    const place = placeInWords(stands, words);
    const key = `${place}\n${newerVersion}`;
    const known = places.get(key);
    if (known) known.numbers.push(number);
    else places.set(key, { place, newerVersion, numbers: [number] });
  }
  return [...places.values()].map((each) => ({ ...each, numbers: inRanges(each.numbers, words) }));
}

/** Such as “1–4, 7”. `numbers` rise. */
export function inRanges(numbers: readonly number[], words: PrintedWords): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last.to + 1 === number) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges
    .map(({ from, to }) => (from === to ? words.number(from) : words.range(from, to)))
    .join(`${words.comma} `);
}
