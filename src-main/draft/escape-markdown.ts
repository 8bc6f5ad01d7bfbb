/** Plain text → Markdown that renders as exactly that text: nothing in it may turn into markup. */

/** Lines on average longer than this were wrapped, and flow again; shorter ones (verse, tables) keep their breaks. */
const shortLine = 50;

/** One paragraph, trimmed. */
export function escapeMarkdown(paragraph: string): string {
  const lines = paragraph
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(escapeLineStart);
  const wrapped = paragraph.length / lines.length > shortLine;
  return lines.join(wrapped ? '\n' : '\\\n');
}

/** At the start of a line these would make headings, lists, rules or code. */
function escapeLineStart(line: string): string {
  return line
    .trim()
    .replace(/^(?:#|[-+=]|\$\$)/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');
}
