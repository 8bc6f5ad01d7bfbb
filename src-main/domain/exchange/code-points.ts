/** Between offsets in UTF-16 units, as in every text here, and in code points, as W3C counts. */

/** Code points of the text before `offset`. A half of a split pair counts as one. */
export function countCodePoints(text: string, offset: number): number {
  let count = 0;
  for (let at = 0; at < offset; at += widthAt(text, at)) count++;
  return count;
}

/** The offset in UTF-16 units behind `count` code points; the text's end when it has fewer. */
export function offsetOfCodePoint(text: string, count: number): number {
  let at = 0;
  for (let left = count; left > 0 && at < text.length; left--) at += widthAt(text, at);
  return at;
}

function widthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
