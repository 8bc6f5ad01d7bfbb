/** By halves: for what is long and in order. Pure. */

/** The first of so many places, from 0, where `is` holds, as it does from there on; `count` where it never does. */
export function firstIndexWhere(count: number, is: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
