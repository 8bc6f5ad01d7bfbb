/** Text that a field's `maxlength` is about to cut off, which browsers do without a word. */

/**
 * The `maxlength` that keeps out a part of what is typed or pasted; `null` when all of it fits.
 *
 * @param event a `beforeinput` event.
 */
export function cutByLimit(event: InputEvent): number | null {
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  if (field.maxLength < 0 || event.data === null) return null;
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const length = field.value.length - selected + event.data.length;
  return length > field.maxLength ? field.maxLength : null;
}
