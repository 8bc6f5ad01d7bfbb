/**
 * Cleaned HTML → Markdown that renders as the words of the HTML: no text may turn into markup. For
 * articles, and for what is pasted into a card. Owner of turndown.
 */
import { highlightedCodeBlock, strikethrough, taskListItems } from '@truto/turndown-plugin-gfm';
import TurndownService, { type TurndownNode, type Rule } from 'turndown';
import { maxTableColumns } from '../base/limits.js';

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
    .split('\n')
    .map(trimLineEnd)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Keeps two spaces, which break the line. */
function trimLineEnd(line: string): string {
  const words = line.trimEnd();
  return line.startsWith('  ', words.length) ? `${words}  ` : words;
}

/** Text → Markdown of one line that reads as that text. */
export function escapeText(text: string): string {
  return escapeLineStarts(escapeInline(text.replace(/[\s\0]+/g, ' ').trim()));
}

function createService(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*'
  });
  for (const plugin of [highlightedCodeBlock, strikethrough, taskListItems]) service.use(plugin);
  for (const [name, rule] of Object.entries(tableRules)) service.addRule(name, rule);
  service.escape = escapeInline;
  service.addRule('paragraph', {
    filter: (node) => isParagraph(node),
    replacement: (content) => `\n\n${escapeLineStarts(withoutIdleBreaks(content))}\n\n`
  });
  const numberOf = numberer();
  service.addRule('item', {
    filter: 'li',
    replacement: (content, node) => item(content, numberOf(node))
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

/** As turndown does it, with one space behind the sign. @param number `null` in a list without numbers. */
function item(content: string, number: number | null): string {
  const sign = number === null ? '-' : `${number}.`;
  const words = withoutIdleBreaks(content);
  const first = words.split('\n', 1)[0] ?? '';
  // What follows the first line may be a list of its own.
  const body = escapeLineStarts(first) + words.slice(first.length);
  const indented = body.replace(/\n(?=[^\n])/g, `\n${' '.repeat(sign.length + 1)}`);
  return `${sign} ${indented}\n`;
}

/** Which number an item has. Items come in their order, so that a list is counted once. */
function numberer(): (item: TurndownNode) => number | null {
  const next = new WeakMap<TurndownNode, number>();
  return ({ parentNode: list }) => {
    if (list?.nodeName !== 'OL') return null;
    const number = next.get(list) ?? (Number(list.getAttribute?.('start') ?? 1) || 1);
    next.set(list, number + 1);
    return number;
  };
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

/** UTF-16 units. A text of nothing but signs takes a hundred times its size if it is replaced in one go. */
const slice = 50_000;

function escapeSigns(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += slice) {
    parts.push(
      text
        .slice(at, at + slice)
        .replace(/[\\`*_[\]<>~|]/g, '\\$&')
        .replaceAll('\0', '\\')
    );
  }
  return parts.join('');
}

/** HTML has no NUL: it marks where an address is to be broken. */
function escapeInline(text: string): string {
  return (
    escapeSigns(text.replace(/\S+/g, escapeAddress))
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

/** Tables of HTML → tables of Markdown, in time by the number of their cells, without losing one. */
const tableRules: Readonly<Record<string, Rule>> = {
  tableCell: { filter: ['th', 'td'], replacement: (content, node) => cell(content, node) },
  tableRow: {
    filter: 'tr',
    replacement: (content) => (content.trim() === '' ? '' : `\n|${content}`)
  },
  tablePart: { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content },
  tableColumns: { filter: ['colgroup', 'col'], replacement: () => '' },
  // On a line of its own, which is no row.
  tableCaption: { filter: 'caption', replacement: (content) => `\n${oneLine(content)}\n` },
  table: { filter: 'table', replacement: (content) => table(content) }
};

/** A bar that ends a cell; one that is text has a backslash before it. */
const cellEnd = /(?<!\\)\|/g;

function cell(content: string, node: TurndownNode): string {
  const text = oneLine(content).replace(cellEnd, '\\|').padEnd(3);
  const columns = Number(node.getAttribute?.('colspan') ?? 1);
  const more = columns > 1 ? Math.min(columns, maxTableColumns) - 1 : 0;
  return ` ${text} |${'   |'.repeat(more)}`;
}

/** The first row is the head: Markdown knows no table without one, nor rows that are wider than it. */
function table(content: string): string {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.filter((line) => line.startsWith('|'));
  const beside = lines.filter((line) => !line.startsWith('|'));
  const [head = '', ...body] = rows;
  if (!/[^|\s]/.test(rows.join(''))) return paragraphs(beside);
  const widths = rows.map((row) => (row.match(cellEnd)?.length ?? 1) - 1);
  const width = widths.reduce((most, each) => Math.max(most, each), 0);
  const wideHead = head + '     |'.repeat(width - (widths[0] ?? 0));
  return `${paragraphs(beside)}\n\n${[wideHead, `|${' --- |'.repeat(width)}`, ...body].join('\n')}\n\n`;
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `\n\n${line}\n\n`).join('');
}

function oneLine(content: string): string {
  return content.trim().replace(/\s+/g, ' ');
}
