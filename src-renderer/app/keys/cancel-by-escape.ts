/** Escape, where nothing else wants it, cancels the work that goes on. */
import { isTextField } from '../../ui/is-text-field.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';

export function cancelByEscape(event: KeyboardEvent, toasts: Toasts): void {
  if (isTextField(event.target) || document.querySelector('dialog[open]')) return;
  if (toasts.cancelLatest()) event.preventDefault();
}
