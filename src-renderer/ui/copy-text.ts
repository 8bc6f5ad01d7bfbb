/** Puts text on the clipboard. Thin DOM shell. */

/**
 * By the copy event: the Clipboard API asks for a permission that no page of ours is given. Only while
 * a key or a click is being handled. Returns whether it was copied.
 */
export function copyText(text: string): boolean {
  let copied = false;
  const oncopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    copied = true;
  };
  document.addEventListener('copy', oncopy, { once: true, capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', oncopy, { capture: true });
  return copied;
}
