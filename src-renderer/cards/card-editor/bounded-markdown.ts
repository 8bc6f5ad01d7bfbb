/**
 * What the editor's reader of Markdown leaves unread, since it reads that in time by the square, at
 * every key: more nesting than is rendered, and signs in a paragraph of many screens.
 */
import type { markdown } from '@codemirror/lang-markdown';
import { maxNesting } from '../../../src-main/domain/base/limits.js';
import { htmlToMarkdown } from '../../../src-main/domain/markdown/html-to-markdown.js';

type Config = NonNullable<Parameters<typeof markdown>[0]>;

/** UTF-16 units of one paragraph, heading or cell whose signs are shown as what they mean. */
const longest = 10_000;

export const boundedMarkdown: NonNullable<Config['extensions']> = {
  parseBlock: [
    {
      name: 'Bounds',
      before: 'IndentedCode',
      parse(context, line) {
        if (context.depth <= maxNesting) return false;
        const from = context.lineStart + line.pos;
        const to = context.lineStart + line.text.length;
        context.addElement(context.elt('Paragraph', from, to));
        context.nextLine();
        return true;
      },
      // A paragraph is read on from there as another.
      endLeaf: (_context, _line, { content }) => content.length > longest
    }
  ],
  parseInline: [
    {
      name: 'TooLong',
      before: 'Escape',
      parse: ({ offset, end }) => (end - offset > longest ? end : -1)
    }
  ]
};

showHtmlParser();

/** What tells that a text is formatted, and not only wrapped in the markup that every program adds. */
const formatting =
  'h1,h2,h3,h4,h5,h6,strong,b,em,i,del,s,strike,a[href],ul,ol,table,blockquote,pre,code';

/** Whether there is any formatting that plain text would lose. */
export function isFormatted(root: ParentNode): boolean {
  return root.querySelector(formatting) !== null;
}

/** @param html nodes that were sanitised; a string only where no page is, as in a test. */
export function toMarkdown(html: string | DocumentFragment): string {
  return htmlToMarkdown(html).replace(/[\u00A0\u200B]/g, (sign) => (sign === '\u00A0' ? ' ' : ''));
}

/**
 * Turndown tries the page's HTML parser as soon as it is loaded, which the page's policy refuses and
 * logs at every start. Imported before it, this gives it none to try: it is handed nodes only.
 */
const parser = Object.getOwnPropertyDescriptor(globalThis, 'DOMParser');
if (parser) Reflect.deleteProperty(globalThis, 'DOMParser');

/** To be called once turndown is loaded. */
export function showHtmlParser(): void {
  if (parser) Object.defineProperty(globalThis, 'DOMParser', parser);
}
