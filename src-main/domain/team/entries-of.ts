/** Lists of a briefing as what an entry is found in by its id, and what has gone from them. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/collections.js';
import { restsOn } from '../merge/merge-briefings.js';
import { type Move, withMoves } from './places.js';
import type { Entry } from './team-change.js';
import type { Gone } from './trace.js';

export function entriesOf(briefing: Briefing, list: CollectionName): Map<Id, Entry> {
  return new Map((briefing[list] as readonly Entry[]).map((entry) => [entry.id, entry]));
}

export function allEntriesOf(briefing: Briefing): Map<Id, Entry> {
  return new Map(collectionNames.flatMap((list) => [...entriesOf(briefing, list)]));
}

/** The briefing with these entries in a list, and then some of them moved. */
export function withEntries(
  briefing: Briefing,
  list: CollectionName,
  entries: ReadonlyMap<Id, Entry>,
  moves: readonly Move[]
): Briefing {
  const order = moves.length > 0 ? withMoves([...entries.keys()], moves) : null;
  const next = order ? order.flatMap((id) => entries.get(id) ?? []) : [...entries.values()];
  return { ...briefing, [list]: next };
}

/** What has gone, and what is there rests on it. */
export function missingIn(briefing: Briefing, gone: ReadonlyMap<Id, Gone>): readonly Id[] {
  if (gone.size === 0) return [];
  const { positions, dismissals } = briefing;
  const named = new Set([
    ...restsOn(briefing),
    ...positions.flatMap(({ supersedes }) => supersedes),
    ...dismissals.flatMap(({ about, with: other }) => [about, ...(other ? [other] : [])])
  ]);
  return [...named].filter((id) => gone.has(id));
}

/** Back with what has gone, each behind what it stood behind where that is still there. */
export function restored(
  briefing: Briefing,
  gone: ReadonlyMap<Id, Gone>,
  ids: readonly Id[]
): Briefing {
  const back = ids.toSorted().flatMap((id) => gone.get(id) ?? []);
  let now = briefing;
  for (const list of new Set(back.map((each) => each.list))) {
    const ofList = back.filter((each) => each.list === list);
    const next = entriesOf(now, list);
    for (const { entry } of ofList) next.set(entry.id, entry);
    const moves = ofList.map(({ entry, after }): Move => [entry.id, after]);
    now = withEntries(now, list, next, moves);
  }
  return now;
}
