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
