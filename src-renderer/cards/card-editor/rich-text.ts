/** Rich text → Markdown. Knows no clipboard. */
import { showHtmlParser } from './hide-html-parser.js';
import { htmlToMarkdown } from '../../../src-main/domain/markdown/html-to-markdown.js';

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
