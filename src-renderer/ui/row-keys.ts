/** The keys that move through a list of rows, of which one is the active one. Pure. */

/**
 * The row to go to, which may lie beyond either end; `null` for a key that moves nothing. `page` is
 * the number of rows that Page Up and Page Down go past.
 */
export function rowOfKey(key: string, row: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return row + 1;
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return row + page;
    case 'PageUp':
      return row - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** How many rows a page is: nearly as many as are in sight, so that one of them stays to go by. */
export function rowsOfPage(viewHeight: number, rowHeight: number): number {
  return Math.max(1, Math.floor(viewHeight / rowHeight) - 1);
}
