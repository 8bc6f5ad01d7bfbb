/** What changed in a briefing from the end of one day to another, for a document, and the words for it. */
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
import type { ChangeKind } from '../ledger/ledger-changes.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import type { Position, Event, Figure, LikelihoodScale, Outcome } from '../briefing/entries.js';
import type { WrittenPair } from '../briefing/written-state.js';
import { type CitedQuote, type CitedQuotes, placeInWords } from './number-notes.js';
import type { Edition } from './edition.js';
import { counted } from '../text/joined-words.js';
import { withHorizon } from './claims.js';
import { likelihoodRange, likelihoodWord } from '../ledger/judgement.js';
import { type Source, gradeOf } from '../briefing/source.js';
import { figureInWords, whenOf } from '../terms/terms.js';
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
  written: WrittenPair | null
): ComparedDays {
  const sides = days.from === null ? nothing(now) : sidesBetween(now, days, written);
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
  quotes: CitedQuotes
): PublishedChanges {
  const cited = (briefing: Briefing, position: Position | null): CitedPosition | null =>
    position && { position, quotes: quotes.cite(briefing, position.evidence) };
  const tell = <T>(
    changes: readonly EntryChange<T>[],
    words: (entry: T, side: Side) => EntryWords,
    evidenceOf: (entry: T) => readonly Id[]
  ): readonly ChangedEntry[] =>
    changes.map((change) => ({
      kind: change.kind,
      ...inWords(
        change.before && words(change.before, before),
        change.after && words(change.after, after)
      ),
      quotes: change.after
        ? quotes.cite(after.briefing, evidenceOf(change.after))
        : quotes.cite(before.briefing, change.before ? evidenceOf(change.before) : [])
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
        before: cited(before.briefing, change.before)
      }))
    })),
    evidence: comparison.evidence.flatMap(({ actor, issue, actorName, issueWording, removed }) =>
      removed.length > 0 && !told.has(`${actor} ${issue}`)
        ? [{ actorName, issueWording, quotes: removed }]
        : []
    ),
    outcomes: tell(
      comparison.outcomes,
      (outcome, { briefing }) => wordsOfOutcome(outcome, briefing.likelihoodScale),
      evidenceOf
    ),
    figures: tell(comparison.figures, wordsOfFigure, evidenceOf),
    events: tell(comparison.events, wordsOfEvent, evidenceOf),
    sources: tell(comparison.sources, wordsOfSource, () => []),
    cards: [
      ...changedWords('Title', comparison.title),
      ...changedWords('Bottom line', comparison.bottomLine),
      ...changedCards(comparison.cards)
    ]
  };
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
export function countsOfChanges(changes: PublishedChanges): readonly string[] {
  const positions = changes.positions.reduce((sum, issue) => sum + issue.changes.length, 0);
  const told = (count: number, one: string, many?: string) =>
    count === 0 ? [] : counted(count, one, many);
  return [
    told(positions, 'change of position', 'changes of position'),
    told(changes.evidence.length, 'position on less evidence', 'positions on less evidence'),
    told(changes.outcomes.length, 'outcome'),
    told(changes.figures.length, 'figure'),
    told(changes.events.length, 'event'),
    told(changes.cards.length, 'card'),
    told(changes.sources.length, 'source')
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
function wordsOfOutcome(outcome: Outcome, scale: LikelihoodScale): EntryWords {
  const { likelihood, confidence } = outcome;
  const subject = withHorizon(outcome).replace(/[.。]$/u, '');
  const value = [
    likelihoodWord(scale, likelihood),
    ...(likelihood ? [likelihoodRange(scale, likelihood)] : []),
    ...(confidence ? [`${confidence} confidence`] : [])
  ].join(', ');
  return { subject, value, whole: `${subject}: ${value}` };
}

function wordsOfFigure(figure: Figure): EntryWords {
  const value = figureInWords({ ...figure, measures: '' });
  return { subject: figure.measures, value, whole: figureInWords(figure) };
}

function wordsOfEvent(event: Event): EntryWords {
  const when = whenOf(event);
  return { subject: event.title, value: when, whole: `${when}: ${event.title}` };
}

/** As a whole like `placeInWords` names it beside its quotes. */
function wordsOfSource(source: Source): EntryWords {
  const whole = placeInWords({ type: 'source', source });
  return { subject: source.title, value: `grade ${gradeOf(source)}`, whole };
}

interface ChangedCard {
  readonly heading: string;
  /** Such as “added”, “12 words added, 3 taken out”, “moved”; several joined by commas. */
  readonly what: string;
}

function changedCards(changes: readonly CardChange[]): readonly ChangedCard[] {
  return changes.map(({ kind, before, after, moved, heading, body }) => {
    const card = after ?? before;
    const name = card?.heading.trim() || card?.kind || '';
    if (kind !== 'changed') return { heading: name, what: kind };
    const renamed = heading.some((piece) => piece.kind !== 'same');
    const parts = [
      ...(renamed ? [before?.heading ? `formerly “${before.heading.trim()}”` : 'named'] : []),
      ...wordsIn(body),
      ...(before && after && before.kind !== after.kind ? [`now ${after.kind}`] : []),
      ...(moved ? ['moved'] : [])
    ];
    return { heading: name, what: parts.join(', ') };
  });
}

/** Of a text that is no card; none where it did not change. */
function changedWords(
  heading: string,
  pieces: readonly DiffPiece[] | null
): readonly ChangedCard[] {
  return pieces ? [{ heading, what: wordsIn(pieces).join(', ') || 'changed' }] : [];
}

function wordsIn(pieces: readonly DiffPiece[]): readonly string[] {
  const count = (kind: DiffPiece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0), 0);
  const [added, removed] = [count('added'), count('removed')];
  const isChanged = pieces.some(({ kind }) => kind !== 'same');
  if (added + removed === 0) return isChanged ? ['signs changed'] : [];
  if (removed === 0) return [`${counted(added, 'word')} added`];
  if (added === 0) return [`${counted(removed, 'word')} taken out`];
  return [`${counted(added, 'word')} added, ${removed} taken out`];
}
