/** Which rows of a long list of equal rows are in sight. */

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
