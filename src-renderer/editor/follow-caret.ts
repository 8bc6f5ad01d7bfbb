/** Puts the caret of a plain text field to where undo changed its text: browsers put it at the end. */
import { findEdit } from '../../src-main/domain/anchoring/splice.js';

/** To be called before the change; what it returns, once the change is drawn. */
export function followCaret(field: Element | null): () => void {
  const isPlain = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (!isPlain) return () => undefined;
  const before = field.value;
  return () => {
    const edit = findEdit(before, field.value);
    if (!edit || document.activeElement !== field) return;
    const at = edit.at + edit.inserted;
    field.setSelectionRange(at, at);
  };
}
