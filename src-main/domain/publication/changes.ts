/**
 * What changed in a briefing from the end of one day to another, for a document, and the words for it.
 * Over 300 lines because each kind of entry is told in the same way.
 */
import type { Briefing } from '../briefing/briefing.js';
import { compareBriefings } from '../compare/compare-briefings.js';
import type {
  ComparedSide,
  Comparison,
  EntryChange,
  NamedPositionChange,
  CardChange
} from '../compare/comparison.js';
import { sidesBetween, type Days, type Side, type Sides } from '../compare/sides.js';
import type { Id, PartialDate } from '../base/values.js';
import { type ChangeKind, changesStance } from '../ledger/ledger-changes.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import type { Position, Event, Figure, LikelihoodScale, Outcome } from '../briefing/entries.js';
import type { WrittenPair } from '../briefing/written-state.js';
import { type CitedQuote, type CitedQuotes, placeInWords, printedGrade } from './number-notes.js';
import type { Edition } from './edition.js';
import { likelihoodIn, daysOfEvent } from './claims.js';
import { withHorizon } from '../terms/judged-in-words.js';
import { type Source, gradeOf } from '../briefing/source.js';
import { figureInWords } from '../terms/terms.js';
import type { PrintedWords } from '../terms/printed/en.js';
import type { DiffPiece } from '../text/word-diff.js';

export interface PublishedChanges {
  /** Counted from its end; `null` where no position has a day, and nothing can be told. */
  readonly since: PartialDate | null;
  /** `null`: as last known. */
  readonly until: PartialDate | null;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** A sentence where the ledger alone had to answer; empty where versions did. */
  readonly remark: string;
  /** By issue; the issue of the weightiest change first, and within it the weightiest. */
  readonly positions: readonly ChangedIssue[];
  /** Quotes that were taken from under a position that stayed. */
  readonly evidence: readonly LostEvidence[];
  readonly outcomes: readonly ChangedEntry[];
  readonly figures: readonly ChangedEntry[];
  readonly events: readonly ChangedEntry[];
  readonly sources: readonly ChangedEntry[];
  /** Title and bottom line among them, as what they are. */
  readonly cards: readonly ChangedCard[];
}

export interface ChangedIssue {
  readonly wording: string;
  readonly changes: readonly PublishedPositionChange[];
}

/** An entry with the quotes that it rests on; none means that none was recorded. */
export interface CitedPosition {
  readonly position: Position;
  readonly quotes: readonly CitedQuote[];
}

export interface PublishedPositionChange {
  readonly kind: ChangeKind;
  readonly actorName: string;
  readonly issueWording: string;
  /** `null`: none was held. */
  readonly before: CitedPosition | null;
  readonly after: CitedPosition | null;
}

interface LostEvidence {
  readonly actorName: string;
  readonly issueWording: string;
  readonly quotes: readonly string[];
}

export interface ChangedEntry {
  readonly kind: EntryChange<unknown>['kind'];
  /** What both sides are about; empty where `before` or `after` says it. */
  readonly subject: string;
  /** What it said; `null` for one that was added. */
  readonly before: string | null;
  /** `null` for one that was removed. */
  readonly after: string | null;
  readonly quotes: readonly CitedQuote[];
  /** Why a key judgement makes it, with its label; empty for none. */
  readonly reason: string;
}

/** The day from whose end changes are told when nobody has chosen one; `null` when nothing is dated. */
export function firstDayOfChange({ positions }: Briefing): PartialDate | null {
  return new LedgerIndex(positions).days[0] ?? null;
}

/** Between which days an edition tells changes; `null` where it tells none. */
export function daysOfChange({ template, since, until }: Edition, briefing: Briefing): Days | null {
  if (template === 'changes') return { from: since ?? firstDayOfChange(briefing), until };
  return template === 'full' && since !== null ? { from: since, until } : null;
}

export interface ComparedDays extends Sides {
  readonly days: Days;
  readonly comparison: Comparison;
}

/** `written` is `null` where no versions are at hand. */
export function compareForPrint(
  now: Briefing,
  days: Days,
  written: WrittenPair | null,
  words: PrintedWords
): ComparedDays {
  const sides = days.from === null ? nothing(now) : sidesBetween(now, days, written, words);
  return { ...sides, days, comparison: compareBriefings(sides.before, sides.after) };
}

/** What the later state's claims rest on, in the order of telling. */
export function evidenceOfChanges({ comparison }: ComparedDays) {
  const { positions, outcomes, figures, events } = comparison;
  return [...positions, ...outcomes, ...figures, ...events].flatMap(({ after }) => after ?? []);
}

/** Quotes get their numbers in the order of telling. */
export function publishChanges(
  { before, after, remark, days, comparison }: ComparedDays,
  quotes: CitedQuotes,
  words: PrintedWords
): PublishedChanges {
  const cited = (briefing: Briefing, position: Position | null): CitedPosition | null =>
    position && { position, quotes: quotes.cite(briefing, position.evidence) };
  // What came and went between the sides stands in the later one alone.
  const sideWith = (position: Position | null) =>
    before.briefing.positions.some(({ id }) => id === position?.id)
      ? before.briefing
      : after.briefing;
  const tell = <T extends { readonly id: Id }>(
    changes: readonly EntryChange<T>[],
    tellEntry: (entry: T, side: Side) => EntryWords,
    evidenceOf: (entry: T) => readonly Id[]
  ): readonly ChangedEntry[] =>
    changes.map((change) => ({
      kind: change.kind,
      ...inWords(
        change.before && tellEntry(change.before, before),
        change.after && tellEntry(change.after, after)
      ),
      quotes: change.after
        ? quotes.cite(after.briefing, evidenceOf(change.after))
        : quotes.cite(before.briefing, change.before ? evidenceOf(change.before) : []),
      reason: reasonFor(change.after ?? change.before, change.after ? after : before, words)
    }));
  const evidenceOf = ({ evidence }: { readonly evidence: readonly Id[] }) => evidence;
  const told = new Set(comparison.positions.map(({ actor, issue }) => `${actor} ${issue}`));
  return {
    since: days.from,
    until: days.until,
    before: comparison.before,
    after: comparison.after,
    remark,
    positions: byIssue(comparison.positions).map((changes) => ({
      wording: changes[0]?.issueWording ?? '',
      changes: changes.map((change) => ({
        kind: change.kind,
        actorName: change.actorName,
        issueWording: change.issueWording,
        after: cited(after.briefing, change.after),
        before: cited(sideWith(change.before), change.before)
      }))
    })),
    evidence: comparison.evidence.flatMap(({ actor, issue, actorName, issueWording, removed }) =>
      removed.length > 0 && !told.has(`${actor} ${issue}`)
        ? [{ actorName, issueWording, quotes: removed }]
        : []
    ),
    outcomes: tell(
      comparison.outcomes,
      (outcome, { briefing }) => wordsOfOutcome(outcome, briefing.likelihoodScale, words),
      evidenceOf
    ),
    figures: tell(comparison.figures, (figure) => wordsOfFigure(figure, words), evidenceOf),
    events: tell(comparison.events, (event) => wordsOfEvent(event, words), evidenceOf),
    sources: tell(
      comparison.sources,
      (source) => wordsOfSource(source, words),
      () => []
    ),
    cards: [
      ...changedWords(words.title, comparison.title, words),
      ...changedWords(words.bottomLine, comparison.bottomLine, words),
      ...changedCards(comparison.cards, words)
    ]
  };
}

function reasonFor(
  entry: { readonly id: Id } | null,
  { briefing }: Side,
  { pageOne, colon }: PrintedWords
): string {
  const because = briefing.keyJudgements.find(({ about }) => about === entry?.id)?.because.trim();
  return because ? `${pageOne.because}${colon} ${because}` : '';
}

/** What stayed is said once. */
function inWords(before: EntryWords | null, after: EntryWords | null) {
  const isSame = before?.subject === after?.subject && before?.value !== after?.value;
  if (before && after && isSame && after.subject) {
    return { subject: after.subject, before: before.value, after: after.value };
  }
  return { subject: '', before: before?.whole ?? null, after: after?.whole ?? null };
}

function byIssue(changes: Comparison['positions']): readonly (readonly NamedPositionChange[])[] {
  const issues = [...new Set(changes.map(({ issue }) => issue))];
  return issues.map((issue) => changes.filter((change) => change.issue === issue));
}

function nothing(briefing: Briefing): Sides {
  const side = { briefing, day: null };
  return { before: side, after: side, remark: '' };
}

/** Such as “3 changes of position”, “1 figure”; none of what did not change. */
export function countsOfChanges(changes: PublishedChanges, words: PrintedWords): readonly string[] {
  const positions = changes.positions.flatMap((issue) => issue.changes);
  const changed = positions.filter(({ kind }) => changesStance(kind)).length;
  const first = positions.filter(({ kind }) => kind === 'new').length;
  const told = (count: number, inWords: (count: number) => string) =>
    count === 0 ? [] : inWords(count);
  return [
    told(changed - first, words.changesOfPosition),
    told(first, words.newPositions),
    told(positions.length - changed, words.positionsUpdated),
    told(changes.evidence.length, words.positionsOnLessEvidence),
    told(changes.outcomes.length, words.outcomes),
    told(changes.figures.length, words.figures),
    told(changes.events.length, words.countedEvents),
    told(changes.cards.length, words.cards),
    told(changes.sources.length, words.sources)
  ].flat();
}

interface EntryWords {
  /** What stays the same entry while its value changes. */
  readonly subject: string;
  readonly value: string;
  /** Both in one line, without a full stop. */
  readonly whole: string;
}

/** Such as “The talks go on, by August 2025” and “likely, 55–80 %, low confidence”. */
function wordsOfOutcome(outcome: Outcome, scale: LikelihoodScale, words: PrintedWords): EntryWords {
  const { confidence } = outcome;
  const likelihood = outcome.likelihood && likelihoodIn(scale, outcome.likelihood, words);
  const subject = withHorizon(outcome, words).replace(/[.。]$/u, '');
  const value = [
    ...(likelihood ? [likelihood.word, likelihood.range] : [words.notJudged]),
    ...(confidence ? [words.confidenceOf[confidence]] : [])
  ].join(`${words.comma} `);
  return { subject, value, whole: `${subject}${words.colon} ${value}` };
}

function wordsOfFigure(figure: Figure, words: PrintedWords): EntryWords {
  const value = figureInWords({ ...figure, measures: '' }, words.date);
  return { subject: figure.measures, value, whole: figureInWords(figure, words.date) };
}

function wordsOfEvent(event: Event, words: PrintedWords): EntryWords {
  const when = daysOfEvent(event, words);
  return { subject: event.title, value: when, whole: `${when}${words.colon} ${event.title}` };
}

/** As a whole like `placeInWords` names it beside its quotes. */
function wordsOfSource(source: Source, words: PrintedWords): EntryWords {
  const whole = placeInWords({ type: 'source', source }, words);
  const value = printedGrade(gradeOf(source), words) || words.notJudged;
  return { subject: source.title, value, whole };
}

interface ChangedCard {
  readonly heading: string;
  /** Such as “added”, “12 words added, 3 taken out”, “moved”; several joined by commas. */
  readonly what: string;
}

function changedCards(changes: readonly CardChange[], words: PrintedWords): readonly ChangedCard[] {
  const { cardKinds, cardChanges } = words;
  return changes.map(({ kind, before, after, moved, heading, body }) => {
    const card = after ?? before;
    const name = card ? card.heading.trim() || cardKinds[card.kind] : '';
    if (kind !== 'changed') return { heading: name, what: cardChanges[kind] };
    const renamed = heading.some((piece) => piece.kind !== 'same');
    const parts = [
      ...(renamed
        ? [before?.heading ? cardChanges.formerly(before.heading.trim()) : cardChanges.named]
        : []),
      ...wordsIn(body, words),
      ...(before && after && before.kind !== after.kind
        ? [cardChanges.nowKind(cardKinds[after.kind])]
        : []),
      ...(moved ? [cardChanges.moved] : [])
    ];
    return { heading: name, what: parts.join(`${words.comma} `) };
  });
}

/** Of a text that is no card; none where it did not change. */
function changedWords(
  heading: string,
  pieces: readonly DiffPiece[] | null,
  words: PrintedWords
): readonly ChangedCard[] {
  if (!pieces) return [];
  const what = wordsIn(pieces, words).join(`${words.comma} `) || words.cardChanges.changed;
  return [{ heading, what }];
}

function wordsIn(pieces: readonly DiffPiece[], { cardChanges }: PrintedWords): readonly string[] {
  const count = (kind: DiffPiece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0), 0);
  const [added, removed] = [count('added'), count('removed')];
  const isChanged = pieces.some(({ kind }) => kind !== 'same');
  if (added + removed === 0) return isChanged ? [cardChanges.signs] : [];
  if (removed === 0) return [cardChanges.wordsAdded(added)];
  if (added === 0) return [cardChanges.wordsTakenOut(removed)];
  return [cardChanges.wordsAddedAndTakenOut(added, removed)];
}
