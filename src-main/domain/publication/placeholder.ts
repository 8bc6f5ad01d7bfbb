/**
 * What stands in for a page number in the contents list until the pages are known: five digits,
 * another for every entry. Five entries already hold every digit, in the very shape in which the
 * list prints them, so that the pages' numbers can be made of their glyphs.
 */
const first = ['01234', '56789'];

/** `index` counts the entries of the contents list from 0. */
export function placeholderFor(index: number): string {
  return first[index] ?? String(10_000 + index);
}
