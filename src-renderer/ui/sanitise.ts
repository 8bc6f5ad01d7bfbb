/**
 * HTML into nodes that cannot run, reach the network or shadow the document. Knows no Markdown:
 * what it lets through is listed here, not inferred from who asks. The only user of DOMPurify.
 */
import createPurifier, { type Config } from 'dompurify';

/** DOMPurify's defaults stop scripts, but let images, styles and forms reach out: so a list of our own. */
const policy: Config & { readonly RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'li'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'code', 'del', 'em', 'img', 'strong', 'sup']
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'align', 'start', 'dir'],
  // Not addresses, so not held against the list of schemes.
  ADD_URI_SAFE_ATTR: ['align', 'start', 'dir'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|data):/i,
  SANITIZE_NAMED_PROPS: true,
  // Leading white space is text like any other: without this the parser would drop it.
  FORCE_BODY: true,
  // Nodes, not a string: what was checked is what is shown, never parsed a second time.
  RETURN_DOM_FRAGMENT: true
};

const link = /^(?:https?|mailto):/i;
const rasterImage = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;

const purifier = createPurifier(window);
purifier.addHook('uponSanitizeAttribute', (_, attribute) => {
  const { attrName, attrValue } = attribute;
  if (attrName === 'href') attribute.keepAttr = link.test(attrValue);
  if (attrName === 'src') attribute.keepAttr = rasterImage.test(attrValue);
});

/** Of what other programs put on the clipboard: what says how words are meant, not how they look. */
const pastedPolicy: typeof policy = {
  ...policy,
  ALLOWED_TAGS: [
    ...(policy.ALLOWED_TAGS ?? []).filter((tag) => tag !== 'img'),
    ...[
      'h1',
      'h2',
      'div',
      'section',
      'article',
      'b',
      'i',
      's',
      'strike',
      'dl',
      'dt',
      'dd',
      'caption'
    ]
  ]
};

/** Rich text from the clipboard, to be turned into Markdown. */
export function sanitisePasted(html: string): DocumentFragment {
  return purifier.sanitize(html, pastedPolicy);
}

/** The text of disallowed elements stays, as text; their markup goes. */
export function sanitise(html: string): DocumentFragment {
  return purifier.sanitize(html, policy);
}
