/** Words with where they come from, ready to be pasted into another document. */
import type { Source } from './source.js';

/** Author, title, publisher and day, as far as they are known, then the address. */
export function citationOf({ author, title, publisher, published, url }: Source): string {
  const named = [author, title && `“${title}”`, publisher, published ?? '', url];
  return named.filter((part) => part.trim() !== '').join(', ');
}

/** The words in quotation marks, and their source after a dash. `from` is empty for none. */
export function quoteWithCitation(words: string, from: string): string {
  const quoted = `“${words.trim()}”`;
  return from === '' ? quoted : `${quoted} — ${from}`;
}
