/** Tables of HTML → tables of Markdown, in time by the number of their cells, without losing one. */
import type { Rule, TurndownNode } from 'turndown';
import { maxTableColumns } from '../base/limits.js';

export const tableRules: Readonly<Record<string, Rule>> = {
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
