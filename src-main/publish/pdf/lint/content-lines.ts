/**
 * The drawing operations of a page with one operation a line and strings in hexadecimal digits, as the linter
 * reads them. Typst sets dictionaries over several lines, and strings as bytes. Pure.
 */

/** Most other writers set no string in round brackets, and one operation a line. */
export function contentLines(content: string): string {
  if (!content.includes('(') && !content.includes('<<\n')) return content;
  const lines: string[] = [];
  let line: string[] = [];
  let depth = 0;
  for (let at = 0; at < content.length;) {
    const piece = pieceAt(content, at);
    at += piece.length;
    if (piece.startsWith('(')) line.push(hexOf(piece));
    else if (/\S/.test(piece)) line.push(piece);
    if (/^(?:\[|<<)$/.test(piece)) depth += 1;
    else if (/^(?:\]|>>)$/.test(piece)) depth -= 1;
    else if (depth === 0 && /^(?:[A-Za-z'"]|[^\s\d/(<[+.-])/.test(piece)) {
      lines.push(line.join(' ').replaceAll('<< ', '<<').replaceAll(' >>', '>>'));
      line = [];
    }
  }
  return lines.join('\n');
}

const piece = /\s+|<<|>>|\[|\]|<[^>]*>|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+/y;

function pieceAt(content: string, at: number): string {
  if (content[at] !== '(') {
    piece.lastIndex = at;
    return piece.exec(content)?.[0] ?? content.charAt(at);
  }
  let depth = 0;
  for (let end = at; end < content.length; end += 1) {
    if (content[end] === '\\') end += 1;
    else if (content[end] === '(') depth += 1;
    else if (content[end] === ')' && (depth -= 1) === 0) return content.slice(at, end + 1);
  }
  return content.slice(at);
}

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function hexOf(string: string): string {
  const bytes = string
    .slice(1, -1)
    .replace(
      /\\(?:([0-7]{1,3})|(\r?\n)|([^]))/g,
      (_, octal?: string, end?: string, sign?: string) =>
        octal
          ? String.fromCharCode(parseInt(octal, 8))
          : end
            ? ''
            : (escaped[sign ?? ''] ?? sign ?? '')
    );
  return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`;
}
