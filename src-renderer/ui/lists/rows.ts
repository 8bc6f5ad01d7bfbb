/** Lists of rows: which of equal rows are in sight, and where keys lead in them. Pure. */

/** Rows drawn beyond each edge, so that scrolling never shows a gap. */
const spare = 6;

/** Row numbers, end-exclusive. Heights in CSS pixels. */
export function visibleRows(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number
): { readonly start: number; readonly end: number } {
  const first = Math.floor(scrollTop / rowHeight);
  const last = Math.ceil((scrollTop + viewHeight) / rowHeight);
  return {
    start: Math.max(0, Math.min(first - spare, count)),
    end: Math.min(count, last + spare)
  };
}

/** Where to scroll, in CSS pixels, so that a row is wholly in sight; `scrollTop` itself where it is. */
export function scrollToRow(
  row: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number
): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - viewHeight);
}

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

/** The entry that the focus goes to; `null` when the key does not move it. The ends do not wrap around. */
export function rove(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
    case 'k':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
