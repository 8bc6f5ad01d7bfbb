/** Sees to it that what is typed counts before the briefing is saved or left. Knows the DOM only. */
import { isTextField } from '../../ui/is-text-field.js';

/**
 * Some fields hand out what was typed only when they are left, by their `change` event. This has the
 * field with the focus hand it out now and keep the focus, so that writing can go on.
 */
export function commitField(): void {
  const field = document.activeElement;
  if (isTextField(field)) field?.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * Whether something typed is not part of the briefing yet and would be lost with the window, such as
 * a form that was begun. Such an element has the attribute `data-unfinished`.
 */
export function holdsUnfinished(): boolean {
  return document.querySelector('[data-unfinished]') !== null;
}
