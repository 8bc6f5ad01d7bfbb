/** Whether typing goes into this element. */
const withoutText = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.test(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
