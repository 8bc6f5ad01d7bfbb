/** Shortens a text at a word. */

/** UTF-16 units of a quote that are shown beside something else. */
const longestQuote = 1_000;

/** A quote as it is shown beside something else: whoever marks half an article need not read that twice. */
export function quoteInShort(exact: string): string {
  if (exact.length <= longestQuote) return exact;
  return `${cutToLength(exact.slice(0, longestQuote + 1), longestQuote).text} …`;
}

/** `text` is at most `length` UTF-16 units long; `cut` says whether words are missing. */
export function cutToLength(text: string, length: number): { text: string; cut: boolean } {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return { text: line, cut: false };
  const head = line.slice(0, length);
  // A text without spaces (Chinese, a long address) is cut between characters, never inside one.
  const atWord = head.replace(/\s+\S*$/u, '');
  return { text: atWord === head ? head.replace(/\p{Surrogate}$/u, '') : atWord, cut: true };
}
