/** What others of a shared library changed since one looked, told by person. Pure. */
import type { Writer } from '../../../src-main/domain/briefing/author.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import {
  type CollectionName,
  collectionNames
} from '../../../src-main/domain/briefing/collections.js';
import type { Id, Moment } from '../../../src-main/domain/base/values.js';
import { type AnyEntry, entriesById } from '../../../src-main/domain/briefing/same-work.js';
import type { BriefingChanges, TeamPerson } from '../../../src-main/domain/program/team-state.js';
import { objectsInWords } from './change-in-words.js';

export interface OthersChanges {
  readonly name: string;
  /** Such as “2 cards and 1 position”. */
  readonly what: string;
  /** The last of them. */
  readonly at: Moment;
  /** The cards and other entries, to be led to. */
  readonly entries: readonly { readonly list: CollectionName; readonly id: Id }[];
}

/** Somebody who has come in or gone. */
export interface PersonsMove {
  readonly device: string;
  readonly name: string;
  /** Such as “has joined”. */
  readonly what: string;
  /** `null` where that is not known. */
  readonly at: Moment | null;
}

/** @param seen how each device stood then; one that is missing was not there. `null`: nobody looked. */
export function personsMoves(
  people: BriefingChanges['people'],
  seen: Readonly<Record<string, TeamPerson['standing']>> | null
): readonly PersonsMove[] {
  if (seen === null) return [];
  return people.flatMap(({ device, person, standing, joinedAt }): readonly PersonsMove[] => {
    const [was, name] = [seen[device] ?? 'waiting', person.trim() || 'Somebody'];
    if (was === standing || was === 'removed' || was === 'left') return [];
    switch (standing) {
      case 'waiting':
        return [];
      case 'member':
        return [{ device, name, what: 'has joined', at: joinedAt }];
      case 'left':
        return [{ device, name, what: 'has left', at: null }];
      case 'removed':
        return [{ device, name, what: 'was removed', at: null }];
    }
  });
}

/** Who else changed which entry last, and how the entry was then. */
export function lastChanges(
  briefing: Briefing,
  { last }: Pick<BriefingChanges, 'last'>
): ReadonlyMap<Id, { readonly by: Writer; readonly entry: AnyEntry | undefined }> {
  if (last.length === 0) return new Map();
  const entries = entriesById(briefing);
  return new Map(last.map(({ id, by }) => [id, { by, entry: entries.get(id) }]));
}

/** By entry the name of whoever else wrote it first; `null` where nothing is shared, or that is not known. */
export function bringers({ known, brought }: BriefingChanges): ReadonlyMap<Id, string> | null {
  if (Object.keys(known).length === 0) return null;
  return new Map(brought.map(({ id, name }) => [id, name.trim() || 'somebody']));
}

/** @param seen how many changes of each device were here then. What has gone since is left out. */
export function othersChanges(
  briefing: Briefing,
  { last }: Pick<BriefingChanges, 'last'>,
  seen: Readonly<Record<string, number>>
): readonly OthersChanges[] {
  const lists = new Map<Id, CollectionName>(
    collectionNames.flatMap((list) => briefing[list].map(({ id }) => [id, list] as const))
  );
  const people = new Map<string, { keys: Set<string>; at: Moment }>();
  for (const { id, device, n, by } of last) {
    if (n <= (seen[device] ?? 0)) continue;
    const list = lists.get(id);
    const key = list ? `${list}/${id}` : id === briefing.id ? 'fields/title' : null;
    if (key === null) continue;
    const found = people.get(by.name) ?? { keys: new Set(), at: by.at };
    found.keys.add(key);
    if (by.at > found.at) found.at = by.at;
    people.set(by.name, found);
  }
  return [...people]
    .map(([name, { keys, at }]) => ({
      ...{ name: name.trim() || 'Somebody', at, what: objectsInWords(keys) },
      entries: [...keys].flatMap((key) => {
        const [list, id] = key.split('/') as [CollectionName | 'fields', Id];
        return list === 'fields' ? [] : [{ list, id }];
      })
    }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? -1 : 1));
}
