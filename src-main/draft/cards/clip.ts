/** Cuts text without cutting a word, or, in text without spaces, a character. */

/**
 * The length of the longest part of `text`, from its start, that fits `limit` UTF-16 units and
 * ends after a word. Text without a place to break is cut between characters.
 */
export function clippedLength(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const words = /^[\s\S]*\S(?=\s)/u.exec(text.slice(0, limit + 1))?.[0].length ?? 0;
  if (words > limit / 3) return words;
  return characterBoundary(text, limit);
}

/** The last offset up to `offset` that splits neither a surrogate pair nor a letter from its marks. */
export function characterBoundary(text: string, offset: number): number {
  let at = offset;
  const floor = Math.max(1, offset - 32);
  while (at > floor && !isBoundary(text, at)) at--;
  return isBoundary(text, at) ? at : offset;
}

function isBoundary(text: string, at: number): boolean {
  const low = text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
  const joins = /^(?:\p{M}|\u200d)/u.test(text.slice(at, at + 2)) || text[at - 1] === '\u200d';
  return !low && !joins;
}
