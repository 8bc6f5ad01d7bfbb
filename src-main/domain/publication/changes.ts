/** What changed in a briefing from the end of one day to another, for a document. */
import type { Briefing } from '../briefing/briefing.js';
import { compareBriefings } from '../compare/compare-briefings.js';
import type {
  ComparedSide,
  Comparison,
  EntryChange,
  NamedPositionChange
} from '../compare/comparison.js';
import { sidesBetween, type Days, type Side, type Sides } from '../compare/sides.js';
import type { Id, PartialDate } from '../base/values.js';
import type { ChangeKind } from '../ledger/ledger-changes.js';
import { LedgerIndex } from '../ledger/ledger-index.js';
import type { Position } from '../briefing/entries.js';
import type { WrittenPair } from '../briefing/written-state.js';
import {
  changedCards,
  changedWords,
  type ChangedCard,
  type EntryWords,
  wordsOfEvent,
  wordsOfFigure,
  wordsOfOutcome,
  wordsOfSource
} from './change-words.js';
import type { CitedQuote, CitedQuotes } from './number-notes.js';
import type { Edition } from './edition.js';

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
  return [
    counted(positions, 'change of position', 'changes of position'),
    counted(changes.evidence.length, 'position on less evidence', 'positions on less evidence'),
    counted(changes.outcomes.length, 'outcome', 'outcomes'),
    counted(changes.figures.length, 'figure', 'figures'),
    counted(changes.events.length, 'event', 'events'),
    counted(changes.cards.length, 'card', 'cards'),
    counted(changes.sources.length, 'source', 'sources')
  ].filter((words) => words !== '');
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
