/**
 * HTML → the nodes that the other files here read and change. parse5 knows the HTML standard's rules, on
 * which old pages without `<body>` rest; linkedom's own parser does not know the tags that HTML implies.
 *
 * A node costs hundreds of bytes however short its tag is. So what no article needs never becomes one, and
 * a page of too many is refused while it is parsed.
 */
import { type HtmlDocument, type HtmlElement, parseHTML } from 'linkedom';
import {
  defaultTreeAdapter,
  type DefaultTreeAdapterTypes as Tree,
  parse,
  type TreeAdapter
} from 'parse5';
import { maxPageElements, maxPageTextByDepth } from '../../domain/base/limits.js';
import { ExpectedFailure } from '../../domain/base/result.js';

const leftOut = new Set(['#comment', 'style', 'svg', 'math', 'noscript', 'template', 'iframe']);
const attributes = new Set(
  (
    'id class style href rel type name property itemprop itemtype content datetime pubdate hidden ' +
    'aria-hidden aria-modal role title start align colspan rowspan dir lang checked summary datatable'
  ).split(' ')
);
/** UTF-16 units of an attribute's value. Longer ones are nothing that is read of a page. */
const longestValue = 4_000;

/** Deeper, the parser takes the square of the depth. No page is written so. */
const deepest = 2_000;

/**
 * `name` is the file's. Throws an `ExpectedFailure` for a page of too many elements, and a `RangeError`, as a
 * stack that overflows does, for one that is nested too deeply.
 */
export function parsePage(name: string, html: string): HtmlDocument {
  const parsed = parse(html, { treeAdapter: limitedAdapter(name) });
  const { document } = parseHTML('<html></html>');
  const root = parsed.childNodes.find((node) => 'tagName' in node);
  if (root) fill(document, document.documentElement, root);
  const { body } = document;
  // Readability begins anew with this; linkedom's parser would make a node of every entity.
  Object.defineProperty(body, 'innerHTML', {
    get: () => [...body.childNodes].join(''),
    set: (inner: string) => {
      body.replaceChildren();
      for (const node of parsePage(name, inner).body.childNodes) body.append(node);
    }
  });
  return document;
}

/** As parse5 builds its tree, without what is left out. */
function limitedAdapter(name: string): TreeAdapter<Tree.DefaultTreeAdapterMap> {
  let parts = 0;
  let depth = 0;
  const limited = (attrs: readonly Tree.Element['attrs'][number][]) => {
    const used = attrs.filter((a) => attributes.has(a.name) && a.value.length <= longestValue);
    parts += 1 + used.length;
    if (parts > maxPageElements) {
      throw new ExpectedFailure(
        'too-large',
        `${name} is made of more than ${maxPageElements.toLocaleString('en')} elements and attributes, which is more than can be read. Nothing of it was taken in.`
      );
    }
    return used;
  };
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      if (depth > deepest) throw new RangeError(`HTML nested deeper than ${deepest} elements`);
    },
    onItemPop() {
      depth -= 1;
    },
    createElement: (tagName, namespace, attrs) =>
      defaultTreeAdapter.createElement(tagName, namespace, limited(attrs)),
    adoptAttributes(recipient, attrs) {
      defaultTreeAdapter.adoptAttributes(recipient, limited(attrs));
    },
    appendChild(parent, node) {
      if (!isLeftOut(node)) defaultTreeAdapter.appendChild(parent, node);
    },
    insertBefore(parent, node, reference) {
      if (!isLeftOut(node)) defaultTreeAdapter.insertBefore(parent, node, reference);
    }
  };
}

/** Of scripts only descriptions of the article are read, which its facts are taken from. */
function isLeftOut(node: Tree.ChildNode): boolean {
  if (leftOut.has(node.nodeName)) return true;
  if (node.nodeName !== 'script' || !('attrs' in node)) return false;
  return !node.attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json');
}

/** So many blanks in a row say no more than a few, and cost the readers the square of their number. */
const mostBlanks = 200;
/** What it takes to come by a text, in UTF-16 units read. */
const nodeCost = 20;

function squeezeBlanks(text: string): string {
  return text.replace(/\s{2,}/g, (blanks) => blanks.slice(0, mostBlanks));
}

/** Empties the parser's tree as it goes, so that the two never stand in memory whole. */
function fill(document: HtmlDocument, into: HtmlElement, root: Tree.Element): void {
  let textByDepth = 0;
  const fillFrom = (target: HtmlElement, source: Tree.Element, depth: number): void => {
    for (const { name, value } of source.attrs) target.setAttribute(name, value);
    const children = source.childNodes;
    source.childNodes = [];
    for (const child of children) {
      if ('tagName' in child) {
        const element = document.createElement(child.tagName);
        target.append(element);
        fillFrom(element, child, depth + 1);
      } else if ('value' in child) {
        const text = squeezeBlanks(child.value);
        // Whoever asks an element for its text reads all that lies in it, and each level asks.
        textByDepth += depth * (text.length + nodeCost);
        if (textByDepth > maxPageTextByDepth) throw new RangeError('HTML nested too deeply');
        target.append(document.createTextNode(text));
      }
    }
  };
  fillFrom(into, root, 0);
}
