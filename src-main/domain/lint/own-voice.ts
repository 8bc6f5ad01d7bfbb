/** Tells the writer's own words from those that are quoted. */

/** Stands for one unit that somebody else said. */
const masked = '▮';

/** Pairs in which quotations stand, opened and closed within a paragraph. */
const quotations = /“[^”\n]*”|«[^»\n]*»|„[^“\n]*“|"[^"\n]*"|(?<!\p{L})‘[^‘\n]*?’(?!\p{L})/gu;

/** As long as the text, with everything between quotation marks masked. */
export function maskQuotes(text: string): string {
  return text.replace(quotations, (quote) => masked.repeat(quote.length));
}

/** Markdown without code, which is nobody's words. */
export function withoutCode(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[^]*?(?:^ {0,3}\1[^\n]*$|$(?![^]))/gmu, '')
    .replace(/`[^`\n]+`/gu, '');
}

/** Markdown without its block quotes: those are not the writer's words either. */
export function withoutBlockQuotes(markdown: string): string {
  return markdown.replace(/^ {0,3}>.*$/gmu, '');
}

/** What stands between double quotation marks, without them. */
export function quotationsOf(text: string): readonly string[] {
  const pairs = /“([^”\n]*)”|«([^»\n]*)»|„([^“\n]*)“|"([^"\n]*)"/gu;
  return [...text.matchAll(pairs)].map(([, ...inner]) => inner.find((each) => each) ?? '');
}
