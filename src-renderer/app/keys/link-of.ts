/** The address of the link that a press went to; `null` for anything else, and for places in the page. */
export function linkOf(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  const address = link?.getAttribute('href') ?? null;
  return address === null || address.startsWith('#') ? null : address;
}
