/**
 * Takes out of HTML what is no text of an article: scripts, forms, pictures, trackers, what is hidden,
 * and the wrappers that word processors put around what they copy.
 */
import { type HtmlDocument, type HtmlElement, parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { maxTableColumns } from '../../domain/limits.js';

const noText =
  'script, style, noscript, template, iframe, frame, object, embed, applet, form, input, button, ' +
  'select, textarea, dialog, svg, math, canvas, video, audio, img, picture, source, map, link, meta, ' +
  'base, nav, [hidden], [aria-hidden="true"], [style*="display:none"], ' +
  '[style*="display: none"], [style*="visibility:hidden"], [style*="mso-hide:all"]';

const noCell = 'table, ul, ol, dl, pre, blockquote, hr, h1, h2, h3, h4, h5, h6, p + p';

/** Parameters of addresses that only tell who followed them. */
const tracking =
  /^(?:utm_|mtm_|pk_|fbclid$|gclid$|dclid$|msclkid$|mc_[ce]id$|igshid$|ref_src$|cmpid$|yclid$)/i;

/** Elements that need no end, and so tell nothing of how deep others lie. */
const endless =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|path|circle|rect|use)$/i;
/** Deeper, the parser takes the square of the depth. No page is written so. */
const deepest = 5_000;

/** Throws a `RangeError`, as a stack that overflows does, before the parser is asked. */
function refuseDepth(html: string): void {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (endless.test(name)) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) throw new RangeError(`HTML nested deeper than ${deepest} elements`);
  }
}

/** By the HTML standard's rules, which old pages without `<body>` rest on. */
export function parsePage(html: string): HtmlDocument {
  refuseDepth(html);
  return parseHTML(serialize(parse(html))).document;
}

/** Changes `page`. Call it after the facts have been read, since it takes the head's scripts too. */
export function stripPage(page: HtmlDocument): void {
  for (const element of [...page.querySelectorAll(noText)]) element.remove();
  // Google Docs wraps all that it copies in a `<b>` that means no bold.
  for (const wrapper of [...page.querySelectorAll('b[id^="docs-internal-guid"]')]) {
    wrapper.replaceWith(...wrapper.childNodes);
  }
  for (const link of [...page.querySelectorAll('a')]) {
    const address = safeAddress(link.getAttribute('href') ?? '');
    if (address === null) link.replaceWith(...link.childNodes);
    else link.setAttribute('href', address);
  }
  // From the innermost, so that a table of figures survives in a page that is laid out by tables.
  for (const table of [...page.querySelectorAll('table')].reverse()) unfoldLayout(page, table);
}

/** A table that holds more than words in its cells was only there to place them. */
function unfoldLayout(page: HtmlDocument, table: HtmlElement): void {
  const rows = [...table.querySelectorAll('tr')];
  const widest = Math.max(0, ...rows.map((row) => [...row.querySelectorAll('td, th')].length));
  if (!table.querySelector(noCell) && widest > 1 && widest <= maxTableColumns) return;
  const pieces = [...table.querySelectorAll('td, th, caption')].map((cell) => {
    const piece = page.createElement('div');
    piece.append(...cell.childNodes);
    return piece;
  });
  table.replaceWith(...pieces);
}

/** Without tracking parameters; `null` for what is no web or mail address, such as a place on the page. */
function safeAddress(address: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(address.trim()) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const tracked = [...url.searchParams.keys()].filter((name) => tracking.test(name));
  if (tracked.length === 0) return address.trim();
  for (const name of tracked) url.searchParams.delete(name);
  return url.href;
}
