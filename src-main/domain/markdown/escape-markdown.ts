/** Plain text → Markdown that renders as exactly that text: nothing in it may turn into markup. */

/** Lines on average longer than this were wrapped, and flow again; shorter ones (verse, tables) keep their breaks. */
const shortLine = 50;

/** One paragraph, trimmed. */
export function escapeMarkdown(paragraph: string): string {
  const lines = paragraph
    .split(/(\s+)/)
    .map(escapeWord)
    .join('')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(escapeLineStart);
  const wrapped = paragraph.length / lines.length > shortLine;
  return lines
    .map((line, i) => line + (i < lines.length - 1 ? endOfLine(line, wrapped) : ''))
    .join('');
}

/** A hard break by two spaces where a backslash would become part of an address. */
function endOfLine(line: string, wrapped: boolean): string {
  if (wrapped) return '\n';
  return /(?::\/\/|www\.|@)\S*$/i.test(line) ? '  \n' : '\\\n';
}

const signs = /[\\`*_[\]<>~|]|&(?=#?\w+;)/;
const signsInAddress = /[\\`*_[\]<>~|]|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\.|(?<=.)@/gi;

/** An address becomes a link by itself, in which escapes are read as written: one that needs any stays text. */
function escapeWord(word: string): string {
  return signs.test(word) ? word.replace(signsInAddress, '\\$&') : word;
}

/** At the start of a line these would make headings, lists, rules or code. */
function escapeLineStart(line: string): string {
  return line
    .trim()
    .replace(/^(?:#|[-+=]|:(?=-)|\$\$)/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');
}
