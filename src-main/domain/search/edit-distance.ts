/** How far a word is from another by letters typed wrong. Pure. */

/** A word of this many letters is taken for another at this distance: short ones would become anything. */
export function mostTypos(word: string): number {
  const letters = [...word].length;
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/**
 * The fewest letters to add, leave out, replace or swap with a neighbour (optimal string alignment,
 * in UTF-16 units); `null` beyond `most`. With `prefix`, to the nearest beginning of `to`.
 */
export function editDistance(
  from: string,
  to: string,
  most: number,
  prefix = false
): number | null {
  if (!prefix && Math.abs(from.length - to.length) > most) return null;
  if (from.length > to.length + most) return null;
  const width = Math.min(to.length, from.length + most);
  let twoBack: number[] = [];
  let back = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= width; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min(
        (back[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (back[j - 1] ?? 0) + (same ? 0 : 1)
      );
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches two rows back, so one row beyond the limit is not yet the end.
    if (least > most + 1) return null;
    twoBack = back;
    back = row;
  }
  const distance = prefix ? Math.min(...back) : (back[to.length] ?? Infinity);
  return distance <= most ? distance : null;
}
