/** Where the paragraphs of a rendered text begin, as a reader sees and counts them. */

/**
 * @param html as `renderMarkdown` and `renderText` make it.
 * @returns rising offsets in its text: of paragraphs, headings, list items, rows of tables and code that hold words.
 */
export function paragraphStarts(html: string): readonly number[] {
  const starts: number[] = [];
  let [offset, began] = [0, false];
  for (const [piece, block] of html.matchAll(
    /<(p|h[1-6]|li|tr|pre)(?=[ >])[^>]*>|<[^>]*>|[^<]+/gu
  )) {
    if (block !== undefined) began = true;
    if (piece.startsWith('<')) continue;
    const words = piece.replace(/&[^;]+;/gu, '_');
    if (began && words.trim() !== '') {
      starts.push(offset);
      began = false;
    }
    offset += words.length;
  }
  return starts;
}
