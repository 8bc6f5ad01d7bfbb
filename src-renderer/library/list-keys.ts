/** What keys and clicks do in the list of briefings, and which of them are selected. Pure. */
import { rowOfKey } from '../ui/lists/rows.js';
import type { Id } from '../../src-main/domain/base/values.js';

export type ListAction =
  | { readonly does: 'move' | 'extend'; readonly to: number }
  | { readonly does: 'toggle' | 'all' | 'none' | 'open' | 'delete' | 'menu' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** `null` for a key that is not the list's. `page` is how many rows are in sight, nearly. */
export function listKey(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed,
  active: number,
  count: number,
  page: number
): ListAction | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'a' && !shiftKey) return { does: 'all' };
    return key === ' ' ? { does: 'toggle' } : null;
  }
  const to = rowOfKey(key, active, count, page);
  if (to !== null) return { does: shiftKey ? 'extend' : 'move', to };
  switch (key) {
    case 'Enter':
    case ' ':
      return { does: 'open' };
    case 'Delete':
      return { does: 'delete' };
    case 'Escape':
      return { does: 'none' };
    case 'ContextMenu':
      return { does: 'menu' };
    case 'F10':
      return shiftKey ? { does: 'menu' } : null;
    default:
      return null;
  }
}

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

/** As a click with Ctrl: the first takes in the row that was `chosen` by then, which looks selected, too. */
export function toggleBeside(selection: Selection, id: Id, chosen: Id | null): Selection {
  if (selection.ids.size > 0 || chosen === null || chosen === id) return toggle(selection, id);
  return { ids: new Set([chosen, id]), anchor: id };
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

/** What can be done with one or several briefings of the list at once. */
export type ManyAction = 'tag' | 'collect' | 'take-out' | 'export' | 'delete';
