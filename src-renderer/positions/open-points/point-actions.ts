/** What a person can do with what contradicts in her briefing: the desk carries it out. */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { ClashChoice, OpenClash } from '../../../src-main/domain/merge/settle-clash.js';
import type {
  OpenPoint,
  SettledPoint
} from '../../../src-main/domain/contradictions/report-open-points.js';
import { counted } from '../../../src-main/domain/text/joined-words.js';

export interface PointsOfBriefing {
  /** What two people wrote apart in one place. */
  readonly clashes: readonly OpenClash[];
  readonly open: readonly OpenPoint[];
  readonly settled: readonly SettledPoint[];
}

/** What is said where nothing is left to decide; nobody looks for contradictions in suggestions that wait. A contested point is settled, and both its sides are in force. */
export function noneOpenInWords(settled: readonly SettledPoint[], waiting: number): string {
  if (settled.length === 0) {
    const wait = waiting === 1 ? 'waits' : 'wait';
    const left = waiting === 0 ? '' : `; ${counted(waiting, 'suggestion')} ${wait}`;
    return `No contradiction was found among what you recorded${left}.`;
  }
  const contested = settled.filter(({ dismissal }) => dismissal === null).length;
  if (contested === 0) return 'Everything is decided.';
  return `Nothing else is open. Contested, with both sides in force: ${contested}.`;
}

export interface PointActions {
  /** Leads to an annotation's words. */
  show(annotation: Id): void;
  /** Leads to its text. */
  showSource(source: Id): void;
  /** Leads to the history of its cell. */
  showPosition(position: Id): void;
  /** Leads to the card, or for the briefing to its bottom line. */
  showPart(id: Id): void;
  /** Opens its form. */
  editFigure(figure: Id): void;
  /** `later`, the position or figure of one side, replaces or corrects that of the other. */
  supersede(point: OpenPoint, later: Id): void;
  /** The figure `later` took the place of the other: both were right on their day. */
  change(point: OpenPoint, later: Id): void;
  /** What rests on words that were corrected rests on the newer ones as well. */
  citeNewer(point: OpenPoint): void;
  /** Opens the form of a position on the newer words, of the actor and issue of one that rests on the older. */
  recordNewer(point: OpenPoint): void;
  /** Opens the form of a position that supersedes both. */
  third(point: OpenPoint): void;
  /** Both positions stay in force. */
  contest(point: OpenPoint): void;
  dismiss(point: OpenPoint, reason: string): void;
  /** What was contested or dismissed is open again. */
  takeUp(point: OpenPoint): void;
  /** Leads to the entry, or where that has gone to the note card. */
  showClash(clash: OpenClash): void;
  settleClash(clash: OpenClash, choice: ClashChoice): void;
}

/** By which a point is known when the list changes. */
export function keyOfPoint({ kind, one, other }: OpenPoint): string {
  return `${kind} ${one.id} ${other.id}`;
}

/** Of lines of a card or of the bottom line, which nobody noted as evidence. */
export function isOfLines({ kind, one }: OpenPoint): boolean {
  return kind === 'corrected' && one.quotes.every(({ annotation }) => annotation === null);
}

/** Of positions: only these can be contested. */
export function isOfPositions({ kind }: OpenPoint): boolean {
  return kind === 'stances' || kind === 'denied';
}

/** What the later side does to the earlier where a person says so; `null` where neither can. */
export function deedOnOlder(point: OpenPoint): 'supersedes' | 'corrects' | null {
  if (isOfPositions(point)) return 'supersedes';
  return point.kind === 'figures' ? 'corrects' : null;
}
