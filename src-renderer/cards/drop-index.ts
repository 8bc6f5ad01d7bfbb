/** Where a dragged card would land. Knows no DOM: boxes in, place out. */

export interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** Before which of the boxes, from 0 to their number, something dropped at height `y` goes. */
export function gapAt(y: number, boxes: readonly Box[]): number {
  const below = boxes.findIndex((box) => y < (box.top + box.bottom) / 2);
  return below < 0 ? boxes.length : below;
}

/**
 * The index, counted among the other cards, at which the card that was at `from` lies once it is
 * dropped into `gap`.
 */
export function indexAfterDrop(gap: number, from: number): number {
  return gap > from ? gap - 1 : gap;
}
