/** What makes one state of a briefing of another, as it travels. Pure. */
import { isSameJson } from '../base/same-json.js';
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName, collectionNames } from '../briefing/change.js';
import { editsBetween, type Ref } from './field-edits.js';
import { movesBetween } from './places.js';
import {
  type BriefingEdit,
  briefingFieldNames,
  type Entry,
  type EntryEdit,
  type ListEdit
} from './team-change.js';

/** Who wrote what stands there. */
export interface Writers {
  /** Whether some change wrote the entry whole, so that all who know that change have it. */
  isWritten(id: Id): boolean;
  /** The change that wrote the very text in a place of an entry or the briefing; `null`: none alone. */
  writerOf(id: Id, path: string): Ref | null;
}

/** `null` where both hold the same, whenever they were changed. */
export function editBetween(
  before: Briefing,
  after: Briefing,
  written: Writers
): BriefingEdit | null {
  const fields = editsBetween(fieldsOf(before), fieldsOf(after), (path) =>
    written.writerOf(before.id, path)
  );
  const lists = collectionNames.flatMap((list) => {
    const edit = listEditBetween(list, before, after, written);
    return edit ? [[list, edit] as const] : [];
  });
  if (!fields && lists.length === 0) return null;
  return {
    ...(fields && { fields }),
    ...(lists.length > 0 && { lists: Object.fromEntries(lists) })
  };
}

function listEditBetween(
  list: CollectionName,
  before: Briefing,
  after: Briefing,
  written: Writers
): ListEdit | null {
  const was: readonly Entry[] = before[list];
  const now: readonly Entry[] = after[list];
  if (was === now) return null;
  const old = new Map(was.map((entry) => [entry.id, entry]));
  const kept = new Set(now.map(({ id }) => id));
  const removed = was.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  const put = now.flatMap((entry): readonly EntryEdit[] => {
    const known = old.get(entry.id);
    if (!known) return [[entry]];
    if (isSameJson(known, entry)) return [];
    const edits = editsBetween({ ...known }, { ...entry }, (path) =>
      written.writerOf(entry.id, path)
    );
    if (!edits) return [];
    return [written.isWritten(entry.id) ? [entry.id, edits] : [entry.id, edits, known]];
  });
  const usual = [
    ...was.flatMap(({ id }) => (kept.has(id) ? [id] : [])),
    ...now.flatMap(({ id }) => (old.has(id) ? [] : [id]))
  ];
  const places = movesBetween(
    usual,
    now.map(({ id }) => id)
  );
  if (put.length + removed.length + places.length === 0) return null;
  return {
    ...(put.length > 0 && { put }),
    ...(removed.length > 0 && { removed }),
    ...(places.length > 0 && { places })
  };
}

function fieldsOf(briefing: Briefing): Readonly<Record<string, unknown>> {
  const fields = briefing as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(briefingFieldNames.map((name) => [name, fields[name]]));
}
