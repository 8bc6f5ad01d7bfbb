/** Where Markdown is put into the middle of a text: its headings, lists and tables keep lines of their own. Pure. */

/** How a heading, list, quotation, table, rule or block of code begins. A paragraph flows on. */
const ownLine = /^(?:#{1,6} |[-*+] |\d{1,9}[.)] |>|\||`{3}|---$)/m;

/** What to put in place of `from` to `to`, UTF-16 units of `text`. */
export function placeBlocks(text: string, from: number, to: number, markdown: string): string {
  const blocks = markdown.split(/\n{2,}/);
  const before = begins(blocks[0]) ? gap(/\n*$/.exec(text.slice(0, from))?.[0], from === 0) : '';
  const after = begins(blocks.at(-1))
    ? gap(/^\n*/.exec(text.slice(to))?.[0], to === text.length)
    : '';
  return before + markdown + after;
}

function begins(block: string | undefined): boolean {
  return block !== undefined && block.search(ownLine) === 0;
}

/** The line ends that are lacking of a blank line. */
function gap(there: string | undefined, atEdge: boolean): string {
  return atEdge ? '' : '\n'.repeat(Math.max(0, 2 - (there?.length ?? 0)));
}
