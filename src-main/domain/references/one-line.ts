/** Words as every format of references can hold them. Pure. */

/** Control characters, halves of a pair, and the mark at the beginning of a file. */
const unseen = /[\p{Cc}\p{Cs}\ufeff]+/gu;

/** Without control characters, which no format of references can hold. */
export function onOneLine(text: string): string {
  return text.replace(unseen, ' ').replace(/\s+/gu, ' ').trim();
}
