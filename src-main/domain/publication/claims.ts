/**
 * Positions, statements, outcomes, events and figures as a document cites them, and what it says of each.
 * Over 300 lines because each is told in a few lines, by the same helpers.
 */
import { inOneLine } from '../text/in-one-line.js';
import {
  type Actor,
  type Position,
  type Likelihood,
  likelihoods,
  type LikelihoodScale,
  type Outcome,
  type Event,
  type Figure,
  type Statement
} from '../briefing/entries.js';
import type { Annotation } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { firstPublished } from '../briefing/evidence.js';
import { overlaps } from '../text/range.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { withHorizon } from '../terms/judged-in-words.js';
import type { CellLook } from '../terms/terms.js';
import { yardsticks } from '../ledger/judgement.js';
import { type CorrectedPart, Corrections } from '../ledger/corrections.js';
import type { Corroboration, Corroborations } from '../ledger/corroboration.js';
import { isolatedAmong, running } from '../text/direction.js';
import { joinedByCommas } from '../text/joined-words.js';
import { firstDayOf } from '../base/values.js';
import type { StanceDispute } from '../ledger/held-stances.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import type { MarkedParts } from './superseded-words.js';

/** A position with the numbers of the quotes that it rests on; none means that none was recorded. */
export interface PrintedClaim {
  readonly anchor: string;
  readonly position: Position;
  readonly actor: Actor;
  /** What it says: in quotation marks where these are words of its evidence, else as its author has it. */
  readonly statement: string;
  readonly evidence: readonly number[];
  /** Reports and origins. In the matrix of all that stands in the cell, in the ledger of this entry. */
  readonly corroboration: Corroboration;
  /** The same in words such as “4 reports, 2 origins”; empty where there is nothing to tell. */
  readonly corroborated: string;
  readonly superseded: boolean;
  /** What of it was corrected after it was first recorded; `null` where nothing was. */
  readonly corrected: readonly CorrectedPart[] | null;
  /** Whether a newer version of a source has words otherwise that it rests on. */
  readonly isCorrected: boolean;
  /** Whether something else in force contradicts it. */
  readonly dispute: StanceDispute;
  /** All that is in force in its cell, such as “contested: supports, opposes”; empty for it alone, and in the ledger. */
  readonly several: string;
}

/** How its cell looks. */
export function lookOf({ position, several }: PrintedClaim): CellLook {
  if (several !== '') return 'several';
  return position.status === 'denied' ? 'denied' : position.stance;
}

/** What newer versions say in place of evidence, by its annotation. */
type NewerVersions = ReadonlyMap<string, string>;

function isCorrected(
  { evidence }: { readonly evidence: readonly string[] },
  newer: NewerVersions
): boolean {
  return evidence.some((id) => newer.has(id));
}

export function claimsOf(
  briefing: Briefing,
  numbers: ReadonlyMap<string, number>,
  corroborations: Corroborations,
  newer: NewerVersions,
  words: PrintedWords
): ReadonlyMap<Position, PrintedClaim> {
  const superseded = new Set(briefing.positions.flatMap((position) => position.supersedes));
  const corrections = new Corrections(briefing.positions);
  // What leads to an entry that was corrected leads to the one that is printed in its place.
  const places = new Map(briefing.positions.map(({ id }, index) => [id, index + 1]));
  const ledger = new LedgerIndex(briefing.positions, briefing.dismissals);
  const inForce = new Set(ledger.asOf(null));
  const actors = new Map(briefing.actors.map((actor) => [actor.id, actor]));
  const quotes = new Map(
    briefing.annotations.map(({ id, target }) => [id, target.selectors.quote.exact])
  );
  return new Map(
    briefing.positions.flatMap((position) => {
      const actor = actors.get(position.actor);
      if (!actor) return [];
      const evidence = numbersOf(position, numbers);
      const claim = {
        anchor: `claim-${places.get((corrections.of(position) ?? position).id)}`,
        position,
        actor,
        statement: isQuoted(position, quotes)
          ? words.quoted(position.statement.trim())
          : position.statement,
        evidence,
        superseded: superseded.has(position.id),
        corrected: corrections.in(position),
        isCorrected: isCorrected(position, newer),
        dispute: inForce.has(position) ? ledger.disputeOf(position, null) : null,
        several: ''
      };
      return [[position, corroborated(claim, corroborations.of(position), corroborations, words)]];
    })
  );
}

/** Whether its statement stands word for word in what it rests on, and without marks that say so. */
function isQuoted({ statement, evidence }: Position, quotes: ReadonlyMap<string, string>): boolean {
  const said = inOneLine(statement);
  return (
    said !== '' &&
    !/^["“„«]/u.test(said) &&
    evidence.some((id) => inOneLine(quotes.get(id) ?? '').includes(said))
  );
}

/** The claim with how well it is corroborated. */
export function corroborated(
  claim: Omit<PrintedClaim, 'corroboration' | 'corroborated'>,
  corroboration: Corroboration,
  corroborations: Corroborations,
  words: PrintedWords
): PrintedClaim {
  return { ...claim, corroboration, corroborated: corroborations.inWords(corroboration, words) };
}

/** What it rests on, such as “stated”, “via Reuters”, “high confidence”, “4 reports, 2 origins”. */
export function basisOf(
  { position: { status, attribution, confidence }, corroborated }: PrintedClaim,
  words: PrintedWords
): readonly string[] {
  return [
    words.statuses[status],
    ...(attribution.length > 0 ? [words.via(namesBeside(attribution, words))] : []),
    ...(confidence ? [words.confidenceOf[confidence]] : []),
    ...(corroborated === '' ? [] : [corroborated])
  ];
}

/** Names beside one another, each read for itself. */
export function namesBeside(names: readonly string[], { comma, direction }: PrintedWords): string {
  return running(direction, names.map((name) => isolatedAmong(direction, name)).join(`${comma} `));
}

export interface PublishedStatement {
  readonly statement: Statement;
  readonly actor: Actor;
  /** Such as “15 August 2025, via Reuters” or “reported 15 August 2025”; empty where nothing is known. */
  readonly when: string;
  readonly evidence: readonly number[];
}

export function statementsOf(
  briefing: Briefing,
  numbers: ReadonlyMap<string, number>,
  newer: NewerVersions,
  { beside }: Pick<MarkedParts, 'beside'>,
  words: PrintedWords
): readonly PublishedStatement[] {
  const quotes = new Map(briefing.annotations.map((each) => [each.id, each.target]));
  const superseded = new Set(briefing.positions.flatMap((position) => position.supersedes));
  // That it was said stays true, and its quote keeps its number: it is printed, with the word that the ledger has.
  const isSuperseded = (statement: Statement) => {
    const ofItsWords = briefing.positions.filter(
      (position) => position.actor === statement.actor && shareWords(position, statement, quotes)
    );
    return ofItsWords.length > 0 && ofItsWords.every(({ id }) => superseded.has(id));
  };
  return inOrderSaid(briefing).map(({ statement, actor }) => {
    const { said, attribution } = statement;
    const reported = said === null ? firstPublished(briefing, statement.evidence) : null;
    const when = joinedByCommas(
      [
        said ? words.date(said) : '',
        reported ? words.reported(words.date(reported)) : '',
        attribution.length > 0 ? words.via(namesBeside(attribution, words)) : '',
        isSuperseded(statement) ? words.superseded : '',
        isCorrected(statement, newer) ? words.newerVersion.changed : '',
        ...beside(statement.text)
      ],
      words.comma
    );
    return { statement, actor, when, evidence: numbersOf(statement, numbers) };
  });
}

type Resting = { readonly evidence: readonly string[] };

/** Whether both rest on words of one place. */
function shareWords(
  one: Resting,
  other: Resting,
  quotes: ReadonlyMap<string, Annotation['target']>
): boolean {
  return one.evidence.some((id) => {
    const [target, place] = [quotes.get(id), quotes.get(id)?.selectors.position];
    return other.evidence.some((each) => {
      const [there, range] = [quotes.get(each), quotes.get(each)?.selectors.position];
      if (each === id) return true;
      if (!place || !range || target?.id !== there?.id) return false;
      return overlaps(place, range);
    });
  });
}

/** By actor in the order of the briefing; those of one by day, undated ones last. */
export function inOrderSaid({
  actors,
  statements
}: Briefing): readonly { readonly statement: Statement; readonly actor: Actor }[] {
  const day = ({ said }: Statement) => (said === null ? '9999' : firstDayOf(said));
  return actors.flatMap((actor) =>
    statements
      .filter((statement) => statement.actor === actor.id)
      .toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
      .map((statement) => ({ statement, actor }))
  );
}

/** How it stands in the ledger: “superseded”, “corrected (date)”, “changed in a newer version”, “contested”, “open point”; none for one that stands alone. */
export function standingOf(
  { superseded, corrected, isCorrected, dispute }: PrintedClaim,
  words: PrintedWords
): readonly string[] {
  return [
    ...(superseded ? [words.superseded] : []),
    ...correctedInWords(corrected, words),
    ...(isCorrected ? [words.newerVersion.changed] : []),
    ...(dispute ? [words.disputes[dispute]] : [])
  ];
}

/** Such as “corrected (date, status)”; none where nothing was that a document tells. */
function correctedInWords(
  corrected: PrintedClaim['corrected'],
  { corrected: words, comma }: PrintedWords
): readonly string[] {
  const parts = (corrected ?? []).flatMap((part) => (part === 'review' ? [] : words[part]));
  return parts.length > 0 ? [`${words.is} (${parts.join(`${comma} `)})`] : [];
}

export interface PublishedOutcome {
  readonly outcome: Outcome;
  /** With its horizon: “The war continues, by 31 December 2025.” */
  readonly statement: string;
  /** Whether it rests on no quote at all; `evidence` has only those that are numbered in this document. */
  readonly isUnquoted: boolean;
  /** `null`: nobody judged it. */
  readonly likelihood: PrintedLikelihood | null;
  readonly evidence: readonly number[];
}

export interface PublishedOutcomes {
  readonly outcomes: readonly PublishedOutcome[];
  /** Every step of the yardstick, from the least likely. */
  readonly legend: readonly PrintedLikelihood[];
}

export function outcomesOf(
  { outcomes, likelihoodScale }: Briefing,
  numbers: ReadonlyMap<string, number>,
  words: PrintedWords
): PublishedOutcomes | null {
  if (outcomes.length === 0) return null;
  return {
    outcomes: likeliestFirst(outcomes).map((outcome) => ({
      outcome,
      statement: withHorizon(outcome, words),
      isUnquoted: outcome.evidence.length === 0,
      likelihood: outcome.likelihood && likelihoodIn(likelihoodScale, outcome.likelihood, words),
      evidence: numbersOf(outcome, numbers)
    })),
    legend: likelihoods.map((each) => likelihoodIn(likelihoodScale, each, words))
  };
}

export interface PrintedLikelihood {
  /** Such as “likely”. */
  readonly word: string;
  /** Such as “55–80 %”. */
  readonly range: string;
  /** Bounds of the range in per cent. */
  readonly from: number;
  readonly to: number;
}

export function likelihoodIn(
  scale: LikelihoodScale,
  likelihood: Likelihood,
  words: PrintedWords
): PrintedLikelihood {
  const { about, steps } = yardsticks[scale];
  const { from, to } = steps[likelihood];
  const range = words.percentRange(from, to, about);
  return { word: words.likelihoods[scale][likelihood], range, from, to };
}

/** The numbers of the quotes that a claim rests on, in their order. */
export function numbersOf(
  { evidence }: { readonly evidence: readonly string[] },
  numbers: ReadonlyMap<string, number>
): readonly number[] {
  return evidence.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
}

export interface PublishedEvent {
  readonly event: Event;
  /** Such as “15 August 2025 to 18 August 2025”, or “undated”. */
  readonly when: string;
  /** Names of the actors that took part. */
  readonly actors: readonly string[];
  readonly evidence: readonly number[];
}

export interface PublishedFigure {
  readonly figure: Figure;
  /** Who gives it, for when and how it stands, such as “KIIS, June 2025”; empty where nothing is known. */
  readonly basis: string;
  readonly evidence: readonly number[];
}

export function eventsOf(
  { events, actors }: Briefing,
  numbers: ReadonlyMap<string, number>,
  words: PrintedWords
): readonly PublishedEvent[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return inOrderHappened(events).map((event) => ({
    event,
    when: daysOfEvent(event, words),
    actors: event.actors.flatMap((id) => names.get(id) ?? []),
    evidence: numbersOf(event, numbers)
  }));
}

/** Such as “15 August 2025 to 18 August 2025”, or “undated”. */
export function daysOfEvent({ date, until }: Event, words: PrintedWords): string {
  if (date === null) return words.undated;
  return until === null ? words.date(date) : words.span(words.date(date), words.date(until));
}

export function figuresOf(
  { figures, actors }: Briefing,
  numbers: ReadonlyMap<string, number>,
  newer: NewerVersions,
  { corrections }: Pick<MarkedParts, 'corrections'>,
  words: PrintedWords
): readonly PublishedFigure[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return figures.map((figure) => ({
    figure,
    basis: joinedByCommas(
      [
        (figure.actor && names.get(figure.actor)) ?? '',
        figure.date ? words.date(figure.date) : '',
        isCorrected(figure, newer) ? words.newerVersion.changed : '',
        corrections.byFigure.get(figure.id) ?? ''
      ],
      words.comma
    ),
    evidence: numbersOf(figure, numbers)
  }));
}

/** By day, undated ones last. */
export function inOrderHappened(events: readonly Event[]): readonly Event[] {
  const day = ({ date }: Event) => (date === null ? '9999' : firstDayOf(date));
  return events.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** Those that are not judged last. */
export function likeliestFirst(outcomes: readonly Outcome[]): readonly Outcome[] {
  const rank = ({ likelihood }: Outcome) => (likelihood ? likelihoods.indexOf(likelihood) : -1);
  return outcomes.toSorted((a, b) => rank(b) - rank(a));
}
