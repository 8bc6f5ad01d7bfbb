/** What each key does in the list of briefings. Pure. */
import { rowOfKey } from '../ui/lists/rows.js';

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
