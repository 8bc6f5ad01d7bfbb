/** Blocks → Markdown that reads as their words: nothing in these may turn into markup. */
import { escapeMarkdown } from '../../domain/markdown/portable-markdown.js';
import { maxTableColumns } from '../../domain/base/limits.js';
import type { PdfBlock } from './piece.js';

export function writeBlocks(blocks: readonly PdfBlock<string>[]): string {
  let text = '';
  blocks.forEach((block, i) => {
    const written = writeBlock(block);
    if (written === '') return;
    const before = blocks[i - 1];
    const sameList =
      block.kind === 'item' &&
      before?.kind === 'item' &&
      (block.depth > 0 || isCounted(before) === isCounted(block));
    text += (text === '' ? '' : sameList ? '\n' : '\n\n') + written;
  });
  return text;
}

function writeBlock(block: PdfBlock<string>): string {
  switch (block.kind) {
    case 'text':
      return escapeMarkdown(block.text);
    case 'heading': {
      // Signs at the end would close the heading, and be gone.
      const words = escapeMarkdown(block.text).replace(/#+$/, (signs) => `\\${signs}`);
      return words === '' ? '' : `${'#'.repeat(block.level)} ${words}`;
    }
    case 'item':
      return writeItem(block);
    case 'table':
      return writeTable(block.rows);
    case 'lines':
      return block.lines
        .map((line) => escapeMarkdown(line))
        .filter((line) => line !== '')
        .join('  \n');
  }
}

function isCounted({ sign }: { readonly sign: string }): boolean {
  return /^\d{1,9}[.)]$/.test(sign);
}

function writeItem(item: Extract<PdfBlock<string>, { kind: 'item' }>): string {
  const indent = '   '.repeat(item.depth);
  const words = escapeMarkdown(item.text);
  if (words === '') return '';
  if (isCounted(item)) return `${indent}${item.sign} ${words}`;
  // A letter, or a number of another kind, is a word of the text.
  const sign = /[\p{L}\p{N}]/u.test(item.sign) ? `${escapeMarkdown(item.sign)} ` : '';
  return `${indent}- ${sign}${words}`;
}

function writeTable(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cells = rows.map((row) => row.map((cell) => escapeMarkdown(cell)));
  if (width > maxTableColumns) {
    return cells.map((row) => row.filter((cell) => cell !== '').join(' ')).join('  \n');
  }
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => (row[i] ?? '').padEnd(3)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}
