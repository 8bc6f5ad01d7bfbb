/** Plain text → Markdown that renders as exactly that text: nothing in it may turn into markup. */

/** One paragraph, trimmed. Its own line ends stay line ends. */
export function escapeMarkdown(paragraph: string): string {
  return paragraph
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(escapeLineStart)
    .join('\\\n');
}

/** At the start of a line these would make headings, lists, rules or code. */
function escapeLineStart(line: string): string {
  return line
    .trim()
    .replace(/^(?:#|[-+=]|\$\$)/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');
}
