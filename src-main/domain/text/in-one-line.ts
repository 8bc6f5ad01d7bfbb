/** White space as one blank between words, and none at the ends: to compare words, and to show them in a line. Pure. */
export function inOneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
