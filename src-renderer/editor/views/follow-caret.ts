/** Puts the caret of a plain text field to where undo changed its text: browsers put it at the end. */
import { tick } from 'svelte';
import { findEdit } from '../../../src-main/domain/anchoring/splice.js';

/** In the field that has the focus. Resolves once the change is drawn. */
export async function keepingCaret(change: () => void): Promise<void> {
  const follow = followCaret(document.activeElement);
  change();
  await tick();
  follow();
}

function followCaret(field: Element | null): () => void {
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
