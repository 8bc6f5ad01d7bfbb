/** Tells the writer's own words from those that are quoted. */
import { findQuotations } from './quotations.js';

/** Stands for one unit that somebody else said. */
const masked = '▮';

/** As long as the text, with everything between quotation marks masked. */
export function maskQuotes(text: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of findQuotations(text, { single: true })) {
    shown += text.slice(from, start) + masked.repeat(end - start);
    from = end;
  }
  return shown + text.slice(from);
}

/**
 * Markdown without code, which is nobody's words. The length of a fence is settled by a look ahead,
 * which is never gone back on: a text of nothing but backticks would cost its square.
 */
export function withoutCode(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(?=(`{3,}|~{3,}))\1[^\n]*\n[^]*?(?:^ {0,3}\1[^\n]*$|$(?![^]))/gmu, '')
    .replace(/`[^`\n]+`/gu, '');
}

/** Markdown without its block quotes: those are not the writer's words either. */
export function withoutBlockQuotes(markdown: string): string {
  return markdown.replace(/^ {0,3}>.*$/gmu, '');
}

/** What stands between double quotation marks, without them. */
export function quotationsOf(text: string): readonly string[] {
  return findQuotations(text, { single: false }).map(({ start, end }) =>
    text.slice(start + 1, end - 1)
  );
}
