/** Entries of the ledger that supersede one another in a circle, or themselves. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/id.js';
import { mapEntries } from '../base/map-entries.js';
import type { Position } from '../briefing/position.js';
import type { Mendings } from './mendings.js';

/** Of each circle the entry that was recorded first supersedes nothing: it cannot have followed the others. */
export function breakCircles(briefing: Briefing, mendings: Mendings): Briefing {
  const byId = new Map(briefing.positions.map((position) => [position.id, position]));
  const first = new Set(
    circlesOf(briefing.positions, byId).map((circle) => circle.reduce(earlier))
  );
  if (first.size === 0) return briefing;
  mendings.add('circle', first.size);
  const positions = mapEntries(briefing.positions, (position) =>
    first.has(position) ? { ...position, supersedes: null } : position
  );
  return { ...briefing, positions };
}

function circlesOf(
  positions: readonly Position[],
  byId: ReadonlyMap<Id, Position>
): readonly (readonly Position[])[] {
  const circles: (readonly Position[])[] = [];
  const seen = new Set<Position>();
  for (const start of positions) {
    const path: Position[] = [];
    let at: Position | undefined = start;
    while (at && !seen.has(at)) {
      seen.add(at);
      path.push(at);
      at = at.supersedes === null ? undefined : byId.get(at.supersedes);
    }
    const turn = at ? path.indexOf(at) : -1;
    if (turn >= 0) circles.push(path.slice(turn));
  }
  return circles;
}

function earlier(a: Position, b: Position): Position {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? a : b;
  return a.id < b.id ? a : b;
}
