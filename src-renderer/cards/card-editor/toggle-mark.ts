/** Bold and italic by key: puts a Markdown mark around a stretch of text, or takes it away. Knows no editor. */

/** Replaces `from`–`to` (UTF-16 units, end-exclusive) by `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface Marked {
  /** In the order of the text, all in offsets of the text before. */
  readonly changes: readonly TextChange[];
  /** The same words afterwards. */
  readonly selection: { readonly from: number; readonly to: number };
}

/** White space at the ends stays outside of the mark, since Markdown does not see a mark beside it. */
export function toggleMark(text: string, from: number, to: number, mark: string): Marked {
  const words = text.slice(from, to);
  const start = words.trim() === '' ? from : from + words.length - words.trimStart().length;
  const end = words.trim() === '' ? to : to - (words.length - words.trimEnd().length);
  const size = mark.length;
  const before = countBack(text, start, mark);
  const after = countOn(text, end, mark);
  if (isMarked(before, size) && isMarked(after, size)) {
    return {
      changes: [
        { from: start - size, to: start, insert: '' },
        { from: end, to: end + size, insert: '' }
      ],
      selection: { from: start - size, to: end - size }
    };
  }
  return {
    changes: [
      { from: start, to: start, insert: mark },
      { from: end, to: end, insert: mark }
    ],
    selection: { from: start + size, to: end + size }
  };
}

/** One star is italic, two bold, three both: whether the mark of this size is among so many stars. */
function isMarked(stars: number, size: number): boolean {
  return size === 1 ? stars % 2 === 1 : stars >= size;
}

function countBack(text: string, at: number, mark: string): number {
  let count = 0;
  while (text[at - 1 - count] === mark[0]) count += 1;
  return count;
}

function countOn(text: string, at: number, mark: string): number {
  let count = 0;
  while (text[at + count] === mark[0]) count += 1;
  return count;
}
