/** Whether an entry was worked on between two states, or only moved with the words that it stands on. Pure. */
import { isSameJson } from '../base/same-json.js';
import type { Id } from '../base/values.js';
import type { Briefing } from './briefing.js';
import { type CollectionName, collectionNames } from './collections.js';

export type AnyEntry = Briefing[CollectionName][number];

/** Where an annotation stands: it follows from what is typed around its words. */
const ofPlace: readonly string[] = ['target', 'flag'];

/** Whether fields that were changed tell only where the entry stands by now. */
export function isOfPlace(fields: readonly string[]): boolean {
  return fields.every((name) => ofPlace.includes(name));
}

export function isSameWork(a: AnyEntry | undefined, b: AnyEntry | undefined): boolean {
  return a === b || isSameJson(a && withoutPlace(a), b && withoutPlace(b));
}

export function entriesById(briefing: Briefing): ReadonlyMap<Id, AnyEntry> {
  return new Map(
    collectionNames.flatMap((name) => briefing[name].map((entry: AnyEntry) => [entry.id, entry]))
  );
}

function withoutPlace(entry: AnyEntry): object {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !ofPlace.includes(name)));
}
