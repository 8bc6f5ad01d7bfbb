/** The blocks of pages → those of the document: what a page's end cut is joined again. */
import { isSentenceOpen, type RawBlock, type Line } from './piece.js';
import { isHyphenated } from './lines.js';

/** Of a document whose structure is known: a text, an item or a table that goes on begins anew on each page. */
export function joinPages(pages: readonly (readonly RawBlock[])[]): readonly RawBlock[] {
  const joined: RawBlock[] = [];
  for (const blocks of pages) {
    blocks.forEach((block, i) => {
      const before = joined.at(-1);
      const whole = i === 0 && before ? joinOver(before, block) : null;
      if (whole) joined[joined.length - 1] = whole;
      else joined.push(block);
    });
  }
  return joined;
}

/** The rest of a table on the next page, with its head again or without. */
export function joinTables(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const joined: RawBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const whole = before && joinTable(before, block);
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(block);
  }
  return joined;
}

function joinOver(before: RawBlock, block: RawBlock): RawBlock | null {
  if (before.kind !== 'text' && before.kind !== 'item') return null;
  if (block.kind !== 'text' && !(block.kind === 'item' && block.sign === '')) return null;
  const [last, first] = [before.text.at(-1)?.text ?? '', block.text[0]?.text ?? ''];
  const goesOn = /^\p{Ll}/u.test(first) || isHyphenated(last);
  return isSentenceOpen(last) && goesOn
    ? { ...before, text: [...before.text, ...block.text] }
    : null;
}

function joinTable(before: RawBlock, block: RawBlock): RawBlock | null {
  if (before.kind !== 'table' || block.kind !== 'table' || before.page === block.page) return null;
  const [head, again] = [before.rows[0] ?? [], block.rows[0] ?? []];
  if (widthOf(before.rows) !== widthOf(block.rows)) return null;
  const rest = textOf(head) === textOf(again) ? block.rows.slice(1) : block.rows;
  // Its page is that of its last rows: it may go on for a third time.
  return { ...block, rows: [...before.rows, ...rest] };
}

function widthOf(rows: readonly (readonly unknown[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function textOf(row: readonly (readonly Line[])[]): string {
  return row.map((cell) => cell.map(({ text }) => text).join(' ')).join('\0');
}
