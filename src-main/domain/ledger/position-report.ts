/**
 * The positions of a briefing as of a day, with names instead of ids and the words that they rest on.
 * Over 300 lines because a cell is told by the same words for one day and through all days.
 */
import { z } from '../base/zod.js';
import type { Briefing } from '../briefing/briefing.js';
import { Id, PartialDate } from '../base/values.js';
import { Corroboration, Corroborations } from './corroboration.js';
import {
  disputeOf,
  dismissedPairs,
  type HeldStance,
  Relation,
  type StanceDispute,
  stancesHeld
} from './held-stances.js';
import {
  dateOfPosition,
  dayOfPosition,
  historyOf,
  positionsAsOf,
  withDaysOfEvidence
} from './ledger.js';
import { isOverdue } from './ledger-changes.js';
import { LedgerIndex } from './ledger-index.js';
import { commonGroundAsOf, conflictsAsOf, gapsAsOf } from './ledger-questions.js';
import { Position } from '../briefing/entries.js';
import { gradeOf } from '../briefing/source.js';

const ReportedEvidence = z
  .strictObject({
    annotation: Id,
    quote: z.string(),
    in: z.enum(['source', 'card']),
    /** Of the source or card; empty when it is gone. */
    title: z.string(),
    published: PartialDate.nullable(),
    /** Admiralty grade of the source, such as `B2`; `null` for a card. */
    grade: z.string().nullable()
  })
  .readonly();
type ReportedEvidence = z.infer<typeof ReportedEvidence>;

const { id, stance, condition, statement, said, effective, reported, status } =
  Position.unwrap().shape;
const { attribution, confidence, supersedes, contested, reviewBy } = Position.unwrap().shape;
const entry = {
  id,
  stance,
  condition,
  statement,
  /** From when it counts, as precisely as that is known; `null` when undated. */
  since: PartialDate.nullable(),
  said,
  effective,
  reported,
  status,
  attribution,
  confidence,
  supersedes,
  contested,
  reviewBy,
  evidence: z.array(ReportedEvidence).readonly(),
  corroboration: Corroboration
};
export const ReportedEntry = z.strictObject(entry).readonly();
export type ReportedEntry = z.infer<typeof ReportedEntry>;

/** Another stance that is in force in the same cell, by its latest entry. */
const StanceBeside = z
  .strictObject({ id, stance, status, condition, since: entry.since, relation: Relation })
  .readonly();

/** A stance that is in force in one cell of the matrix, by the latest entry that holds it. */
export const ReportedPosition = z
  .strictObject({
    actor: z.strictObject({ id: Id, name: z.string() }).readonly(),
    issue: z.strictObject({ id: Id, wording: z.string() }).readonly(),
    ...entry,
    /** Of all entries in force in the cell that hold its stance. */
    corroboration: Corroboration,
    /** Its review date has passed on the day that was asked for. */
    overdue: z.boolean(),
    /** The other stances that the actor holds on the issue on that day, latest first. */
    beside: z.array(StanceBeside).readonly(),
    /** The other entries in force that hold the same stance, latest first. */
    alongside: z.array(ReportedEntry).readonly(),
    /** What the actor held on the issue before and does not any more, latest first. */
    earlier: z.array(ReportedEntry).readonly()
  })
  .readonly();
export type ReportedPosition = z.infer<typeof ReportedPosition>;

type NamedCell = Pick<ReportedPosition, 'actor' | 'issue'>;

export interface PositionReport {
  readonly briefing: { readonly id: Id; readonly title: string };
  /** `null`: as last known. */
  readonly asOf: PartialDate | null;
  /** In the order of the briefing's actors, then of its issues; of several stances in a cell the latest first. */
  readonly positions: readonly ReportedPosition[];
  /** Cells in which entries in force contradict each other and nobody has settled it. */
  readonly conflicts: readonly (NamedCell & { readonly entries: readonly ReportedEntry[] })[];
  /** Cells of actors with any position in which nothing is known. */
  readonly gaps: readonly NamedCell[];
  readonly commonGround: readonly {
    readonly issue: NamedCell['issue'];
    readonly actors: readonly NamedCell['actor'][];
    readonly conditions: readonly (Pick<NamedCell, 'actor'> & { readonly condition: string })[];
  }[];
}

export function reportPositions(given: Briefing, day: PartialDate | null): PositionReport {
  const briefing = day === null ? given : withDaysOfEvidence(given);
  const { report, nameActor, nameIssue, tell } = createReporter(briefing, day);
  const ledger = new LedgerIndex(briefing.positions, briefing.dismissals);
  const nameCell = (cell: Pick<Position, 'actor' | 'issue'>) => ({
    actor: nameActor(cell.actor),
    issue: nameIssue(cell.issue)
  });
  return {
    briefing: { id: briefing.id, title: briefing.title },
    asOf: day,
    positions: report(ledger),
    conflicts: conflictsAsOf(briefing, day).map((conflict) => ({
      ...nameCell(conflict),
      entries: conflict.positions.map(tell)
    })),
    gaps: gapsAsOf(briefing, ledger, day).map(nameCell),
    commonGround: commonGroundAsOf(briefing, ledger, day).map((common) => ({
      issue: nameIssue(common.issue),
      actors: common.supporters.map(({ actor }) => nameActor(actor)),
      conditions: common.conditional.map((position) => ({
        actor: nameActor(position.actor),
        condition: position.condition
      }))
    }))
  };
}

/** A cell of the matrix through all days: enough to tell, without the briefing, what stood in it on any. */
export const CellHistory = z
  .strictObject({
    actor: ReportedPosition.unwrap().shape.actor,
    issue: ReportedPosition.unwrap().shape.issue,
    /** Every entry of the cell, latest first. */
    entries: z.array(ReportedEntry).readonly(),
    /** Pairs of them that a person dismissed as no contradiction, by the names that the ledger gives them. */
    dismissed: z.array(z.string()).readonly()
  })
  .readonly();
export type CellHistory = z.infer<typeof CellHistory>;

/** A stance that is in force in a cell from one day to another. */
export interface CellPeriod {
  /** The place of its latest entry among the entries of the cell. */
  readonly entry: number;
  /** The first day; empty for ever since. */
  readonly first: string;
  /** The first day after it; `null` for one that lasts. */
  readonly past: string | null;
  /** Of all entries in force in the cell that hold its stance. */
  readonly corroboration: Corroboration;
  /** Whether another stance in force contradicts it; `null`: none does, or it was dismissed. */
  readonly dispute: StanceDispute;
}

/** Of every cell that has an entry, in the order of the briefing's actors, then of its issues. */
export function reportHistories(
  briefing: Briefing
): readonly { readonly history: CellHistory; readonly periods: readonly CellPeriod[] }[] {
  const ledger = new LedgerIndex(briefing.positions, briefing.dismissals);
  return createReporter(briefing, null).reportThrough(ledger);
}

/** What `reportPositions` tells of the stance for a day within the period. */
export function positionInPeriod(
  { actor, issue, entries, dismissed }: CellHistory,
  { entry: place, corroboration }: Pick<CellPeriod, 'entry' | 'corroboration'>,
  day: PartialDate | null
): ReportedPosition | null {
  const standing = entries[place];
  if (!standing) return null;
  const more = { corroboration, overdue: isOverdue(standing, day) };
  // Most cells have one entry, and an answer has many cells.
  if (entries.length === 1) {
    return { actor, issue, ...standing, ...more, beside: [], alongside: [], earlier: [] };
  }
  const inForce = positionsAsOf(
    entries.map((told) => ({ ...told, actor: actor.id, issue: issue.id, told })),
    day
  ).map(({ told }) => told);
  const held = stancesHeld(inForce, new Set(dismissed)).find(
    ({ position }) => position === standing
  );
  if (!held) return null;
  return { actor, issue, ...standing, ...more, ...tellHeld(held, inForce, entries) };
}

/** @param history of the cell, latest first. */
function tellHeld(
  { position, entries, beside }: HeldStance<ReportedEntry>,
  inForce: readonly ReportedEntry[],
  history: readonly ReportedEntry[]
): Pick<ReportedPosition, 'beside' | 'alongside' | 'earlier'> {
  return {
    beside: beside.map(({ position: { id, stance, status, condition, since }, relation }) => ({
      ...{ id, stance, status, condition, since, relation }
    })),
    alongside: entries.slice(1),
    earlier: history.slice(history.indexOf(position) + 1).filter((each) => !inForce.includes(each))
  };
}

function createReporter(briefing: Briefing, day: PartialDate | null) {
  const annotations = new Map(briefing.annotations.map((each) => [each.id, each]));
  const sources = new Map(briefing.sources.map((each) => [each.id, each]));
  const cards = new Map(briefing.cards.map((each) => [each.id, each]));
  const actors = new Map(briefing.actors.map((each) => [each.id, each.name]));
  const issues = new Map(briefing.issues.map((each) => [each.id, each.wording]));
  const corroborations = new Corroborations(briefing);
  const dismissed = dismissedPairs(briefing.dismissals);

  const nameActor = (actor: Id) => ({ id: actor, name: actors.get(actor) ?? '' });
  const nameIssue = (issue: Id) => ({ id: issue, wording: issues.get(issue) ?? '' });

  function tellEvidence(annotation: Id): readonly ReportedEvidence[] {
    const found = annotations.get(annotation);
    if (!found) return [];
    const { type, id: home, selectors } = found.target;
    const source = type === 'source' ? sources.get(home) : undefined;
    return [
      {
        annotation,
        quote: selectors.quote.exact,
        in: type,
        title: source?.title ?? cards.get(home)?.heading ?? '',
        published: source?.published ?? null,
        grade: source ? gradeOf(source) : null
      }
    ];
  }

  function tell(position: Position): ReportedEntry {
    return {
      id: position.id,
      stance: position.stance,
      condition: position.condition,
      statement: position.statement,
      since: dateOfPosition(position),
      said: position.said,
      effective: position.effective,
      reported: position.reported,
      status: position.status,
      attribution: position.attribution,
      confidence: position.confidence,
      supersedes: position.supersedes,
      contested: position.contested,
      reviewBy: position.reviewBy,
      evidence: position.evidence.flatMap(tellEvidence),
      corroboration: corroborations.of(position)
    };
  }

  function report(ledger: LedgerIndex): readonly ReportedPosition[] {
    return briefing.actors.flatMap((actor) =>
      briefing.issues.flatMap((issue) => {
        const held = ledger.heldAt(actor.id, issue.id, day);
        if (held.length === 0) return [];
        const { history, places } = tellCell(actor.id, issue.id);
        return held.flatMap(({ position, entries }) => {
          const corroboration = corroborations.of(...entries);
          const period = { entry: places.get(position) ?? -1, corroboration };
          return positionInPeriod(history, period, day) ?? [];
        });
      })
    );
  }

  /** With the place of each entry. */
  function tellCell(actor: Id, issue: Id) {
    const entries = historyOf(briefing.positions, actor, issue);
    const history: CellHistory = {
      actor: nameActor(actor),
      issue: nameIssue(issue),
      entries: entries.map(tell),
      dismissed: dismissedAmong(entries)
    };
    return { history, entries, places: new Map(entries.map((each, i) => [each, i])) };
  }

  function dismissedAmong(entries: readonly Position[]): readonly string[] {
    if (dismissed.size === 0 || entries.length < 2) return [];
    const ids = new Set(entries.map(({ id }) => id));
    return [...dismissed].flatMap(([pair, { about, with: other }]) =>
      ids.has(about) && other !== null && ids.has(other) ? [pair] : []
    );
  }

  function reportThrough(ledger: LedgerIndex) {
    const [rows, columns] = [placesOf(briefing.actors), placesOf(briefing.issues)];
    return ledger.cells
      .flatMap((cell) => {
        const [row, column] = [rows.get(cell.actor), columns.get(cell.issue)];
        return row === undefined || column === undefined ? [] : [{ ...cell, row, column }];
      })
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map(({ actor, issue }) => {
        const { history, entries, places } = tellCell(actor, issue);
        return { history, periods: periodsOf(ledger, entries, places) };
      });
  }

  /** A cell changes on no other days than those from which its entries count. */
  function periodsOf(
    ledger: LedgerIndex,
    entries: readonly Position[],
    places: ReadonlyMap<Position, number>
  ): readonly CellPeriod[] {
    const [any] = entries;
    if (!any) return [];
    const days = [...new Set(entries.map((each) => dayOfPosition(each) ?? ''))].sort();
    const states = days.map((day) =>
      ledger.heldAt(any.actor, any.issue, day).map((held): CellState => ({
        entry: places.get(held.position) ?? -1,
        corroboration: corroborations.of(...held.entries),
        dispute: disputeOf(held.beside)
      }))
    );
    const has = (i: number, state: CellState) =>
      states[i]?.some((other) => isSameState(state, other)) ?? false;
    return days
      .flatMap((first, i) =>
        (states[i] ?? []).flatMap((state) => {
          if (has(i - 1, state)) return [];
          const until = days.findIndex((_day, j) => j > i && !has(j, state));
          return [{ ...state, first, past: until < 0 ? null : (days[until] ?? null) }];
        })
      )
      .sort((a, b) => a.entry - b.entry);
  }
  return { report, reportThrough, nameActor, nameIssue, tell };
}

type CellState = Pick<CellPeriod, 'entry' | 'corroboration' | 'dispute'>;

function isSameState(one: CellState, other: CellState): boolean {
  return (
    one.entry === other.entry &&
    one.dispute === other.dispute &&
    one.corroboration.reports === other.corroboration.reports &&
    one.corroboration.origins === other.corroboration.origins
  );
}

function placesOf(entries: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> {
  return new Map(entries.map((each, i) => [each.id, i]));
}
