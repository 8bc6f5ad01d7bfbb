/** Whether typing goes into this element. */
const withoutText = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.test(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/**
 * Some fields hand out what was typed only when they are left, by their `change` event. This has the
 * field with the focus hand it out now and keep the focus, so that writing can go on.
 */
export function commitField(): void {
  const field = document.activeElement;
  if (isTextField(field)) field?.dispatchEvent(new Event('change', { bubbles: true }));
}
