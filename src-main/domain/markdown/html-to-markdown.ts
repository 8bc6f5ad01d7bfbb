/**
 * Cleaned HTML → Markdown that renders as the words of the HTML: no text may turn into markup. For
 * articles, and for what is pasted into a card. Owner of turndown.
 */
import { gfm } from '@truto/turndown-plugin-gfm';
import TurndownService, { type TurndownNode } from 'turndown';

const blocks = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE FIGURE FIGCAPTION ADDRESS DD DT CENTER'.split(' ')
);
const insideBlocks = new Set(
  [...blocks].concat('UL OL LI DL TABLE PRE BLOCKQUOTE H1 H2 H3 H4 H5 H6 HR'.split(' '))
);

/** @param html nodes in a page, whose policy lets no string be parsed; a string elsewhere. */
export function htmlToMarkdown(html: string | TurndownNode): string {
  const markdown = createService().turndown(html);
  return markdown
    .replaceAll(bar, '\\|')
    .replace(/[^\S\n]+$/gm, (space) => (space.startsWith('  ') ? '  ' : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Text → Markdown of one line that reads as that text. */
export function escapeText(text: string): string {
  return escapeLineStarts(escapeInline(text.replace(/[\s\0]+/g, ' ').trim())).replaceAll(
    bar,
    '\\|'
  );
}

function createService(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*'
  });
  service.use(gfm);
  service.escape = escapeInline;
  service.addRule('paragraph', {
    filter: (node) => isParagraph(node),
    replacement: (content) => `\n\n${escapeLineStarts(withoutIdleBreaks(content))}\n\n`
  });
  service.addRule('item', {
    filter: 'li',
    replacement: (content, node) => item(content, node)
  });
  service.addRule('strong', {
    filter: ['strong', 'b'],
    replacement: (content, node) => marked('**', content, node)
  });
  service.addRule('emphasis', {
    filter: ['em', 'i'],
    replacement: (content, node) => marked('*', content, node)
  });
  service.addRule('superscript', { filter: ['sup', 'sub'], replacement: (content) => content });
  return service;
}

/** As turndown does it, with one space behind the sign. */
function item(content: string, node: TurndownNode): string {
  const parent = node.parentNode;
  const start = Number(parent?.getAttribute?.('start') ?? 1) || 1;
  const place = Array.from<TurndownNode>(parent?.childNodes ?? []).filter(
    (n) => n.nodeName === 'LI'
  );
  const sign = parent?.nodeName === 'OL' ? `${start + place.indexOf(node)}.` : '-';
  const words = withoutIdleBreaks(content);
  const first = words.split('\n', 1)[0] ?? '';
  // What follows the first line may be a list of its own.
  const body = escapeLineStarts(first) + words.slice(first.length);
  const indented = body.replace(/\n(?=[^\n])/g, `\n${' '.repeat(sign.length + 1)}`);
  return `${sign} ${indented}\n`;
}

function isParagraph(node: TurndownNode): boolean {
  if (!blocks.has(node.nodeName)) return false;
  return !Array.from<TurndownNode>(node.childNodes).some((child) =>
    insideBlocks.has(child.nodeName)
  );
}

const signs = /[\\`*_[\]<>~|&]|!$/;

/** An address becomes a link by itself, in which escapes are read as written: one that needs any stays text. */
function escapeAddress(word: string): string {
  return signs.test(word) ? word.replace(/:(?=\/\/)|(?<=www)\.|@/gi, '\0$&') : word;
}

/**
 * Stands for `|` until the tables are made: the plugin escapes its cells' bars twice, which ends the
 * cell. HTML has no NUL.
 */
const bar = '\0';

function escapeInline(text: string): string {
  return (
    text
      .replace(/\S+/g, escapeAddress)
      .replace(/[\\`*_[\]<>~]/g, '\\$&')
      .replaceAll('\0', '\\')
      .replaceAll('|', bar)
      .replace(/&(?=#?\w+;)/g, '\\&')
      // Before a link it would make a picture.
      .replace(/!$/, '\\!')
      .replace(/^(\s*)(?=[#+=:-]|\$\$)/, '$1\\')
      .replace(/^(\s*\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
  );
}

/** Old pages part paragraphs by two line breaks; at an end one breaks nothing. */
function withoutIdleBreaks(content: string): string {
  return content.replace(/(?: *\n){2,}/g, '\n\n').trim();
}

/** A number and its stop may come from two elements, and only together begin a list. */
function escapeLineStarts(content: string): string {
  return content
    .replace(/^([ \t]*\d{1,9})(?=[.)](?:\s|$))/gm, '$1\\')
    .replace(/^([ \t]*)(?=[#+=-])/gm, '$1\\');
}

/** Signs beside a letter do not count as emphasis where they enclose punctuation: such words stay plain. */
function marked(sign: string, content: string, node: TurndownNode): string {
  const words = content.trim();
  if (words === '' || /^\*|\*$/.test(words) || words.includes('\n')) return content;
  const before = node.previousSibling?.textContent?.at(-1) ?? ' ';
  const after = node.nextSibling?.textContent?.[0] ?? ' ';
  const clear = (outside: string, edge: string) =>
    /[\s\p{P}\p{S}]/u.test(outside) || /[\p{L}\p{N}]/u.test(edge);
  if (!clear(before, words[0] ?? '') || !clear(after, words.at(-1) ?? '')) return content;
  return sign + words + sign;
}
