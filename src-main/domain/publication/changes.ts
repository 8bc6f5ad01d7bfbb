/**
 * What became known in a briefing since a day, for a document. Cards, outcomes and the bottom line
 * carry no day, so they are not part of it.
 */
import type { Briefing } from '../briefing.js';
import { compareDays } from '../compare/compare-briefings.js';
import type { Id } from '../id.js';
import type { ChangeKind } from '../ledger-changes.js';
import { LedgerIndex } from '../ledger-index.js';
import type { PartialDate } from '../partial-date.js';
import type { Position } from '../position.js';
import type { Source } from '../source.js';
import type { Claim } from './claims.js';

export interface PublishedChanges {
  /** Counted from its end; `null` where no position has a day, and nothing can be told. */
  readonly since: PartialDate | null;
  /** By weight, then by actor and issue. */
  readonly positions: readonly PublishedPositionChange[];
  /** Those that were published since. */
  readonly sources: readonly Source[];
}

export interface PublishedPositionChange {
  readonly kind: ChangeKind;
  readonly actorName: string;
  readonly issueWording: string;
  /** `null`: none was held. */
  readonly before: Claim | null;
  readonly after: Claim | null;
}

/** The day from whose end changes are told when nobody has chosen one; `null` when nothing is dated. */
export function firstDayOfChange({ positions }: Briefing): PartialDate | null {
  return new LedgerIndex(positions).days[0] ?? null;
}

/** The briefing with nothing but what changed, in the order of telling, and the quotes that this rests on. */
export function changesAlone(briefing: Briefing, chosen: PartialDate | null): Briefing {
  const { positions, events, figures } = changesSince(briefing, chosen);
  const byId = new Map(briefing.positions.map((position) => [position.id, position]));
  const told = new Set(positions.flatMap(({ before, after }) => [before?.id, after?.id]));
  const kept = {
    positions: [...told].flatMap((id) => (id && byId.get(id)) ?? []),
    events: events.flatMap(({ after }) => after ?? []),
    figures: figures.flatMap(({ after }) => after ?? [])
  };
  const evidence = new Set(Object.values(kept).flatMap((all) => all.flatMap((e) => e.evidence)));
  return {
    ...briefing,
    ...kept,
    cards: [],
    outcomes: [],
    annotations: briefing.annotations.filter(({ id }) => evidence.has(id))
  };
}

/** `claims` are those of the briefing that `changesAlone` leaves. */
export function publishChanges(
  whole: Briefing,
  chosen: PartialDate | null,
  claims: ReadonlyMap<Position, Claim>
): PublishedChanges {
  const { since, positions, sources } = changesSince(whole, chosen);
  const byId = new Map<Id, Claim>([...claims].map(([{ id }, claim]) => [id, claim]));
  const claimOf = (position: Position | null) => (position && byId.get(position.id)) ?? null;
  return {
    since,
    positions: positions.map(({ kind, actorName, issueWording, before, after }) => ({
      kind,
      actorName,
      issueWording,
      before: claimOf(before),
      after: claimOf(after)
    })),
    sources: sources.flatMap(({ after }) => after ?? [])
  };
}

// Of one briefing, a change of evidence is always one of a position too, whose numbers show it.
function changesSince(briefing: Briefing, chosen: PartialDate | null) {
  const since = chosen ?? firstDayOfChange(briefing);
  return { since, ...compareDays(briefing, since, null) };
}
