/** Which briefings of the list are selected, as keys and clicks change it. Pure. */
import type { Id } from '../../src-main/domain/base/id.js';

export interface Selection {
  readonly ids: ReadonlySet<Id>;
  /** Where a stretch of rows begins that Shift extends; `null` before anything was selected. */
  readonly anchor: Id | null;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** Takes the row in, or out. The next stretch begins at it. */
export function toggle({ ids }: Selection, id: Id): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** The stretch from the anchor, else from `from`, to the row: nothing else is selected then. */
export function extendTo(
  { anchor }: Selection,
  listed: readonly Id[],
  from: Id,
  to: Id
): Selection {
  const begin = anchor !== null && listed.includes(anchor) ? anchor : from;
  const [a, b] = [listed.indexOf(begin), listed.indexOf(to)];
  return { ids: new Set(listed.slice(Math.min(a, b), Math.max(a, b) + 1)), anchor: begin };
}

export function selectAll(listed: readonly Id[]): Selection {
  return { ids: new Set(listed), anchor: listed[0] ?? null };
}

/** What is still listed of it; the same object when all is. */
export function keepListed(selection: Selection, listed: readonly Id[]): Selection {
  if (selection.ids.size === 0) return selection;
  const there = new Set(listed);
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}
