/** Decides which addresses may stand in rendered HTML. Everything else becomes its text. */

const linkSchemes = /^(?:https?:\/\/|mailto:)[^\s]/i;
// eslint-disable-next-line no-control-regex -- browsers drop control characters inside a scheme
const hidden = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const rasterImage = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/i;

/** The address as a link may carry it; `null` for other schemes, relative and disguised addresses. */
export function safeLink(href: string): string | null {
  if (!linkSchemes.test(href) || hidden.test(href)) return null;
  return href.replace(/\s/g, encodeURIComponent);
}

/** Only images that carry their own pixels: anything else would reach the network or run as SVG. */
export function isRasterData(href: string): boolean {
  return rasterImage.test(href);
}
