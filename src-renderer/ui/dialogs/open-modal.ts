import { aroundFocus, focusNearest } from '../keep-focus.js';

/**
 * Opens a dialog that is mounted as long as it is open: `{@attach openModal}`. The focus goes back to
 * where it was, or near to it, which the browser sees to only when a dialog is closed before it is taken away.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  // What is recorded in the dialog may take its origin away.
  const origin = aroundFocus(document.activeElement);
  dialog.showModal();
  begin(dialog);
  return () => {
    // What was chosen in the dialog may have moved the focus on purpose.
    if (document.activeElement === document.body) focusNearest(origin);
  };
}

/** The browser begins with a scrolled part, and with the first of several radio buttons. */
function begin(dialog: HTMLDialogElement): void {
  const title = dialog.querySelector<HTMLElement>('h2[tabindex="-1"]');
  if (title) return title.focus();
  const first = document.activeElement;
  const group = first instanceof HTMLInputElement && first.type === 'radio' ? first.name : null;
  const checked = [...dialog.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')];
  const chosen = checked.find(({ name }) => name === group);
  if (chosen) chosen.focus();
  else if (first?.matches('div:not([tabindex])')) {
    first.querySelector<HTMLElement>('input, select, textarea, button, [tabindex="0"]')?.focus();
  }
}
