/** What a comparison of two briefings says. Everything is told from the earlier to the later one. */
import type { Card, Event, Figure, LikelihoodScale, Outcome } from '../briefing/entries.js';
import type { Id, PartialDate } from '../base/values.js';
import type { PositionChange } from '../ledger/ledger-changes.js';
import type { Source } from '../briefing/source.js';
import type { Version } from '../briefing/version.js';
import type { DiffPiece } from '../text/word-diff.js';

/** Which briefing was compared, in which state. */
export interface ComparedSide {
  readonly id: Id;
  readonly title: string;
  /** As of which day its ledger and dated entries were read; `null`: as last known. */
  readonly day: PartialDate | null;
  /** By the end of which day it was written; `null`: none was asked for. */
  readonly writtenBy: PartialDate | null;
  /** The version that was read; `null`: the briefing as it is now. */
  readonly version: Version | null;
  /** In whose words the side's likelihoods are given. */
  readonly likelihoodScale: LikelihoodScale;
}

export interface EntryChange<T> {
  readonly kind: 'added' | 'removed' | 'changed';
  /** `null` for one that was added. */
  readonly before: T | null;
  /** `null` for one that was removed. */
  readonly after: T | null;
}

export interface CardChange extends EntryChange<Card> {
  /** Stands elsewhere among the cards that both briefings have. */
  readonly moved: boolean;
  /** Word by word, of the heading and of the body's Markdown; one piece where nothing changed. */
  readonly heading: readonly DiffPiece[];
  readonly body: readonly DiffPiece[];
}

export interface NamedPositionChange extends PositionChange {
  readonly actorName: string;
  readonly issueWording: string;
}

/** The quotes that a position on both sides gained and lost. */
export interface EvidenceChange {
  readonly actor: Id;
  readonly issue: Id;
  readonly actorName: string;
  readonly issueWording: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Of words that stand before the cards, or of a key point. */
export interface PageOneChange {
  /** Such as “Recommendation”. */
  readonly name: string;
  readonly words: readonly DiffPiece[];
}

export interface Comparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Word by word; `null` where nothing changed. */
  readonly title: readonly DiffPiece[] | null;
  readonly bottomLine: readonly DiffPiece[] | null;
  readonly pageOne: readonly PageOneChange[];
  /** In the later briefing's order, what was removed where it stood. Unchanged cards are left out. */
  readonly cards: readonly CardChange[];
  /** By weight, then by actor and issue in the later briefing's order. */
  readonly positions: readonly NamedPositionChange[];
  readonly evidence: readonly EvidenceChange[];
  readonly figures: readonly EntryChange<Figure>[];
  readonly events: readonly EntryChange<Event>[];
  readonly outcomes: readonly EntryChange<Outcome>[];
  readonly sources: readonly EntryChange<Source>[];
}

export function isUnchanged(comparison: Comparison): boolean {
  const { title, bottomLine, pageOne, cards, positions, evidence } = comparison;
  const { figures, events, outcomes, sources } = comparison;
  const lists = [pageOne, cards, positions, evidence, figures, events, outcomes, sources];
  return !title && !bottomLine && lists.every((list) => list.length === 0);
}
