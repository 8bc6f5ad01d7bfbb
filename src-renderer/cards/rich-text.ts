/** Rich text → Markdown. The page's only user of turndown. Knows no clipboard. */
import { showHtmlParser } from './hide-html-parser.js';
import { gfm } from '@truto/turndown-plugin-gfm';
import TurndownService from 'turndown';

showHtmlParser();

/** What tells that a text is formatted, and not only wrapped in the markup that every program adds. */
const formatting =
  'h1,h2,h3,h4,h5,h6,strong,b,em,i,del,s,strike,a[href],ul,ol,table,blockquote,pre,code';

const service = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*'
});
service.use(gfm);
service.remove(['script', 'style', 'title', 'noscript', 'template']);
// Turndown pads every mark to four columns.
service.addRule('item', {
  filter: 'li',
  replacement(content, node, options) {
    const list = node.parentNode as (Node & { readonly nodeName: string }) | null;
    const mark =
      list?.nodeName === 'OL' ? `${numberOf(node, list)}. ` : `${options.bulletListMarker ?? '-'} `;
    const indented = content.trim().replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`);
    return `${mark}${indented}${node.nextSibling ? '\n' : ''}`;
  }
});

const escapeOfService = service.escape.bind(service);
/** Also what makes a table, a rule or a heading of the line above. */
service.escape = (text) =>
  escapeOfService(text)
    .replace(/\|/g, '\\|')
    .replace(/(?<!\\)~/g, '\\~')
    .replace(/^(\s*)(:?-|=)/gm, '$1\\$2')
    .replace(/\\\\([-=])/g, '\\$1')
    .replace(/</g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');

/** Whether there is any formatting that plain text would lose. */
export function isFormatted(root: ParentNode): boolean {
  return root.querySelector(formatting) !== null;
}

/** @param html nodes that were sanitised; a string only where no page is, as in a test. */
export function toMarkdown(html: string | DocumentFragment): string {
  return service
    .turndown(html)
    .replace(/[\u00A0\u200B]/g, (sign) => (sign === '\u00A0' ? ' ' : ''));
}

function numberOf(item: Node, list: Node): number {
  const start = Number((list as Element).getAttribute('start') ?? '1');
  const items = [...list.childNodes].filter(({ nodeName }) => nodeName === 'LI');
  return (Number.isInteger(start) ? start : 1) + items.indexOf(item as ChildNode);
}
