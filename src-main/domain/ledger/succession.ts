/** Which entry of the ledger follows which, as far as that can be. */
import type { Id } from '../base/id.js';
import type { Position } from '../briefing/position.js';

/**
 * The entries that supersede each entry, by its id. An entry follows only one of its own actor and
 * issue, and none that follows it in turn: such claims, which only foreign data can make, do not
 * count. So nothing ever drops out of its cell without something else that stands there.
 */
export function successorsOf(positions: readonly Position[]): ReadonlyMap<Id, readonly Position[]> {
  const byId = new Map(positions.map((position) => [position.id, position]));
  const inCircle = circular(positions, byId);
  const successors = new Map<Id, Position[]>();
  for (const position of positions) {
    const earlier = earlierOf(position, byId);
    if (!earlier || inCircle.has(position.id)) continue;
    const known = successors.get(earlier.id);
    if (known) known.push(position);
    else successors.set(earlier.id, [position]);
  }
  return successors;
}

function earlierOf(position: Position, byId: ReadonlyMap<Id, Position>): Position | null {
  const earlier = position.supersedes === null ? undefined : byId.get(position.supersedes);
  if (earlier?.actor !== position.actor || earlier.issue !== position.issue) return null;
  return earlier;
}

/** The entries that lead back to themselves. */
function circular(
  positions: readonly Position[],
  byId: ReadonlyMap<Id, Position>
): ReadonlySet<Id> {
  const found = new Set<Id>();
  const seen = new Set<Id>();
  for (const start of positions) {
    const path: Id[] = [];
    let at: Position | null = start;
    while (at && !seen.has(at.id)) {
      seen.add(at.id);
      path.push(at.id);
      at = earlierOf(at, byId);
    }
    const turn = at ? path.indexOf(at.id) : -1;
    if (turn >= 0) for (const id of path.slice(turn)) found.add(id);
  }
  return found;
}
