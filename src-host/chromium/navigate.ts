/** Shows an address in a page and waits until it has loaded. */
import type { Protocol } from 'devtools-protocol';
import type { DevtoolsSession } from './browser.js';

/** Rejects when the address cannot be shown or the page goes meanwhile. */
export async function navigate(session: DevtoolsSession, url: string): Promise<void> {
  const loaded = new Set<string>();
  let wake: () => void = () => undefined;
  let refuse: (error: Error) => void;
  const gone = new Promise<never>((_resolve, reject) => (refuse = reject));
  // Told to whoever awaits the race below; alone it is nobody's concern.
  gone.catch(() => undefined);

  function note({ name, loaderId }: Protocol.Page.LifecycleEventEvent): void {
    if (name === 'load') loaded.add(loaderId);
    wake();
  }
  function lose(): void {
    refuse(new Error(`The page went while ${url} was loading.`));
  }

  session.on('Page.lifecycleEvent', note);
  session.once('gone', lose);
  session.once('Inspector.targetCrashed', lose);
  try {
    const { errorText, loaderId } = await session.send('Page.navigate', { url });
    if (errorText) throw new Error(`${errorText} loading ${url}`);
    while (loaderId !== undefined && !loaded.has(loaderId))
      await Promise.race([gone, new Promise<void>((resolve) => (wake = resolve))]);
  } finally {
    session.off('Page.lifecycleEvent', note);
    session.off('gone', lose);
    session.off('Inspector.targetCrashed', lose);
  }
}

/**
 * Chromium intercepts no scheme of our own, so `app://bundle/x` is shown as
 * `https://bundle.app.invalid/x`: a secure origin whose name can never resolve (RFC 2606). Pure.
 */
export function toHostUrl(url: string, schemes: ReadonlySet<string>): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return url;
  return new URL(`https://${host}.${scheme}.invalid${rest}`).href;
}

/** The inverse; an address of any other origin is returned as it is. */
export function fromHostUrl(url: string, schemes: ReadonlySet<string>): string {
  const [, host, scheme, rest] =
    /^https:\/\/([^/?#@:]+)\.([a-z0-9+-]+)\.invalid([/?#].*)?$/is.exec(url) ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return url;
  return `${scheme}://${host}${rest ?? ''}`;
}
