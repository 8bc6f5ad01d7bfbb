/** Reads the library for an actor's or an issue's positions, a few briefings at a time. */
import {
  knownNames,
  positionsIn,
  sortAcross,
  type AcrossPosition,
  type AcrossQuery
} from '../domain/ledger/across-briefings.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import type { Library } from '../store/library.js';

/** Briefings in memory at once. */
const batchSize = 32;

/** Latest first. Briefings are read twice when an actor is asked for: once to learn its names. */
export async function searchPositions(
  library: Pick<Library, 'list' | 'open'>,
  query: AcrossQuery
): Promise<readonly AcrossPosition[]> {
  const ids = (await library.list()).filter(({ positions }) => positions > 0).map(({ id }) => id);
  let names: ReadonlySet<string> = new Set();
  if (query.actor !== null) {
    const actors: Briefing['actors'][number][] = [];
    await inBatches(library, ids, (briefing) => void actors.push(...briefing.actors));
    names = knownNames(query.actor, actors);
  }
  const found: AcrossPosition[] = [];
  await inBatches(library, ids, (briefing) => {
    found.push(...positionsIn(briefing, query, names));
  });
  return sortAcross(found);
}

async function inBatches(
  library: Pick<Library, 'open'>,
  ids: readonly Id[],
  use: (briefing: Briefing) => void
): Promise<void> {
  for (let at = 0; at < ids.length; at += batchSize) {
    const batch = ids.slice(at, at + batchSize);
    const opened = await Promise.all(batch.map((id) => library.open(id)));
    for (const { briefing } of opened) use(briefing);
  }
}
