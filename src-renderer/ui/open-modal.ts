/**
 * Opens a dialog that is mounted as long as it is open: `{@attach openModal}`. The focus goes back to
 * where it was, which the browser sees to only when a dialog is closed before it is taken away.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  const origin = document.activeElement as HTMLElement | null;
  dialog.showModal();
  return () => {
    // What was chosen in the dialog may have moved the focus on purpose.
    if (document.activeElement === document.body) origin?.focus();
  };
}
