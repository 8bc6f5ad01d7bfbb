/** Where a contents list in two columns goes on on the next page, so that each page is read down and then across. */

/** Fewer entries than these do not begin a list at the foot of a page. */
const fewest = 8;

/**
 * The index of each part's first entry. Heights are those of the entries, `room` is what the page of the
 * heading has left below it, and `page` what a whole one holds, all in one unit.
 */
export function contentsParts(
  heights: readonly number[],
  room: number,
  page: number
): readonly number[] {
  const parts: number[] = [];
  let from = 0;
  let left = room;
  while (from < heights.length) {
    const rest = heights.slice(from);
    const count = fitting(rest, left);
    const isWorth = count === rest.length || count >= fewest;
    if (isWorth || left === page) {
      parts.push(from);
      from += Math.max(1, count);
    }
    left = page;
  }
  return parts.length > 0 ? parts : [0];
}

/** How many of them two columns of this height hold, as many in the first as in the second or one more. */
function fitting(heights: readonly number[], room: number): number {
  const sum = (list: readonly number[]) => list.reduce((total, height) => total + height, 0);
  let count = 0;
  while (count < heights.length) {
    const middle = Math.ceil((count + 1) / 2);
    const columns = [heights.slice(0, middle), heights.slice(middle, count + 1)];
    if (columns.some((column) => sum(column) > room)) break;
    count += 1;
  }
  return count;
}

/** Measures a list that is laid out at the width of its page, whose height is `page`, as one part. */
export function partsOfContents(target: HTMLElement, page: number): readonly number[] {
  const list = target.querySelector('.contents .columns');
  if (!list) return [0];
  const heights = [...list.querySelectorAll('li')].map((li) => li.getBoundingClientRect().height);
  const above = list.getBoundingClientRect().top - target.getBoundingClientRect().top;
  return contentsParts(heights, page - (above % page), page);
}
