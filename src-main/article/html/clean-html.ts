/**
 * Takes out of HTML what is no text of an article: scripts, forms, pictures, trackers, what is hidden,
 * and the wrappers that word processors put around what they copy.
 */
import type { HtmlDocument, HtmlElement } from 'linkedom';
import { maxTableColumns } from '../../domain/base/limits.js';
import { isTrackingParameter } from '../../domain/sources/web-address.js';

const noText =
  'script, style, noscript, template, iframe, frame, object, embed, applet, form, input, button, ' +
  'select, textarea, dialog, svg, math, canvas, video, audio, img, picture, source, map, link, meta, ' +
  'base, nav, [hidden], [aria-hidden="true"], [style*="display:none"], ' +
  '[style*="display: none"], [style*="visibility:hidden"], [style*="mso-hide:all"]';

const noCell = 'table, ul, ol, dl, pre, blockquote, hr, h1, h2, h3, h4, h5, h6, p + p';

/** Changes `page`. Call it after the facts have been read, since it takes the head's scripts too. */
export function stripPage(page: HtmlDocument): void {
  for (const element of [...page.querySelectorAll(noText)]) element.remove();
  // Google Docs wraps all that it copies in a `<b>` that means no bold.
  for (const wrapper of [...page.querySelectorAll('b[id^="docs-internal-guid"]')]) {
    unwrap(wrapper);
  }
  for (const link of [...page.querySelectorAll('a')]) {
    const address = safeAddress(link.getAttribute('href') ?? '');
    if (address === null) unwrap(link);
    else link.setAttribute('href', address);
  }
  // From the innermost, so that a table of figures survives in a page that is laid out by tables.
  for (const table of [...page.querySelectorAll('table')].reverse()) unfoldLayout(page, table);
}

/** Leaves what is in it in its place. */
function unwrap(element: HtmlElement): void {
  // One by one: a call takes only so many arguments.
  for (const node of element.childNodes) element.before(node);
  element.remove();
}

/** A table that holds more than words in its cells was only there to place them. */
function unfoldLayout(page: HtmlDocument, table: HtmlElement): void {
  let widest = 0;
  for (const row of table.querySelectorAll('tr')) {
    widest = Math.max(widest, [...row.querySelectorAll('td, th')].length);
  }
  if (!table.querySelector(noCell) && widest > 1 && widest <= maxTableColumns) return;
  for (const cell of [...table.querySelectorAll('td, th, caption')]) {
    const piece = page.createElement('div');
    // One by one: a call takes only so many arguments.
    for (const node of cell.childNodes) piece.append(node);
    table.before(piece);
  }
  table.remove();
}

/** Without tracking parameters; `null` for what is no web or mail address, such as a place on the page. */
function safeAddress(address: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(address.trim()) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const tracked = [...url.searchParams.keys()].filter(isTrackingParameter);
  if (tracked.length === 0) return address.trim();
  for (const name of tracked) url.searchParams.delete(name);
  return url.href;
}
