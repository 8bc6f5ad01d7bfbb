/** What makes one state of a briefing of another, as it travels: a `Change`, of entries only what differs. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { type CollectionName } from '../briefing/collections.js';
import { diffBriefing, type ListChange } from '../change/change.js';
import { editsBetween, type Ref } from './field-edits.js';
import { movesBetween } from './places.js';
import type { BriefingEdit, Entry, EntryEdit, ListEdit } from './team-change.js';

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
  const { fields: changed, ...parts } = diffBriefing(before, after);
  const fields = editsBetween({ ...before }, changed, (path) => written.writerOf(before.id, path));
  const lists = Object.entries(parts as Readonly<Record<string, ListChange<Entry>>>).flatMap(
    ([list, part]) => {
      const edit = listEditOf(before[list as CollectionName], part, written);
      return edit ? [[list, edit] as const] : [];
    }
  );
  if (!fields && lists.length === 0) return null;
  return {
    ...(fields && { fields }),
    ...(lists.length > 0 && { lists: Object.fromEntries(lists) })
  };
}

function listEditOf(
  was: readonly Entry[],
  { put: changed, removed, order }: ListChange<Entry>,
  written: Writers
): ListEdit | null {
  const old = new Map(was.map((entry) => [entry.id, entry]));
  const put = changed.flatMap((entry): readonly EntryEdit[] => {
    const known = old.get(entry.id);
    if (!known) return [[entry]];
    const edits = editsBetween({ ...known }, { ...entry }, (path) =>
      written.writerOf(entry.id, path)
    );
    if (!edits) return [];
    return [written.isWritten(entry.id) ? [entry.id, edits] : [entry.id, edits, known]];
  });
  const places = order ? movesBetween(inUsualOrder(was, order), order) : [];
  if (put.length + removed.length + places.length === 0) return null;
  return {
    ...(put.length > 0 && { put }),
    ...(removed.length > 0 && { removed }),
    ...(places.length > 0 && { places })
  };
}

/** As before, and what is new behind that. */
function inUsualOrder(was: readonly Entry[], order: readonly Id[]): readonly Id[] {
  const now = new Set(order);
  return [...new Set([...was.flatMap(({ id }) => (now.has(id) ? [id] : [])), ...order])];
}
