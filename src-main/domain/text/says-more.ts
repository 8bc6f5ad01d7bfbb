import { inOneLine } from './in-one-line.js';

/** Whether a statement tells what its quotes do not show already, quotation marks and the stop at its end apart. */
export function saysMore(statement: string, quotes: readonly string[]): boolean {
  const words = inOneLine(statement).replace(/^[“"]|[.”"]+$/g, '');
  return words !== '' && !quotes.some((quote) => inOneLine(quote).includes(words));
}
