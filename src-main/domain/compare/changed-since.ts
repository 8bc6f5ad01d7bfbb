/** Which positions changed since a text was written: what its author may want to take up. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import { changesStance } from '../ledger/ledger-changes.js';
import { comparePositions } from './compare-positions.js';
import type { NamedPositionChange } from './comparison.js';

/**
 * The weightiest first. What is new counts where a source brought it that was not there then: recording more of
 * an old source changes nothing of what its text says.
 */
export function positionsChangedSince(
  then: Briefing,
  now: Briefing
): readonly NamedPositionChange[] {
  if (then.positions === now.positions) return [];
  const known = new Set(then.sources.map(({ id }) => id));
  const later = new Set(
    now.annotations.flatMap(({ id, target }) =>
      target.type === 'source' && !known.has(target.id) ? [id] : []
    )
  );
  const { positions } = comparePositions(
    { briefing: then, day: null },
    { briefing: now, day: null }
  );
  return positions.filter(
    ({ kind, after }) =>
      changesStance(kind) &&
      (kind !== 'new' || after?.evidence.some((id) => later.has(id)) === true)
  );
}
