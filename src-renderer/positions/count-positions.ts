import type { Id } from '../../src-main/domain/base/id.js';
import type { Position } from '../../src-main/domain/briefing/position.js';

/** How many positions name each actor and each issue; what none names is missing. */
export function countPositions(positions: readonly Position[]): ReadonlyMap<Id, number> {
  const found = new Map<Id, number>();
  for (const { actor, issue } of positions) {
    for (const id of [actor, issue]) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}
