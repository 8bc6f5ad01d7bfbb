/** Who has a key that is both a command's and a text field's. */
import type { CommandId } from '../../src-main/domain/commands.js';
import type { FieldKey } from '../../src-main/domain/field.js';
import { isTextField } from '../ui/is-text-field.js';
import { isEditingKey } from './keyboard.js';

/**
 * Whether the element with the focus keeps the key for its own typing. The browser undoes in a field
 * what is typed there, but not in those whose edits are the briefing's.
 */
export function keepsKey(target: EventTarget | null, id: CommandId): boolean {
  if (!isTextField(target) || !isEditingKey(id)) return false;
  const isUndo = id === 'edit.undo' || id === 'edit.redo';
  return !(isUndo && fieldAt(target));
}

/**
 * The field of the briefing that is typed into, by its `data-field`. `null` elsewhere, and for as
 * long as what stands there is not in the briefing yet, which it says by `data-own-undo`.
 */
export function fieldAt(target: EventTarget | null): FieldKey | null {
  if (!isTextField(target)) return null;
  const field = (target as HTMLElement).closest<HTMLElement>('[data-field]');
  if (!field || field.dataset['ownUndo'] !== undefined) return null;
  return (field.dataset['field'] as FieldKey | undefined) ?? null;
}
