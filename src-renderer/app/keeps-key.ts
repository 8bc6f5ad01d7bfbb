/** Who has a key that is both a command's and a text field's. */
import type { CommandId } from '../../src-main/domain/commands.js';
import { isTextField } from '../ui/is-text-field.js';
import { isEditingKey } from './keyboard.js';

/**
 * Whether the element with the focus keeps the key for its own typing. What is typed in the main
 * pane is the briefing, whose undo is one for all of it; a dialog or a search undoes its own, and so
 * does a field whose text is not in the briefing yet, which says so by `data-own-undo`.
 */
export function keepsKey(target: EventTarget | null, id: CommandId): boolean {
  if (!isTextField(target) || !isEditingKey(id)) return false;
  const isUndo = id === 'edit.undo' || id === 'edit.redo';
  const field = target as Element;
  const inBriefing = field.closest('main') && !field.closest('dialog, [data-own-undo]');
  return !(isUndo && inBriefing);
}
