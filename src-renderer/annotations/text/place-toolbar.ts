/** Where a toolbar stands by the words that are selected. Pixels of the window. Knows no DOM. */

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between words and toolbar, and the least between toolbar and edge. */
const gap = 8;

/** Above the words where there is room, else below them; never beyond the edges. */
export function placeToolbar(
  words: Area,
  size: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number }
): { left: number; top: number } {
  const middle = (words.left + words.right) / 2 - size.width / 2;
  const above = words.top - gap - size.height;
  const below = Math.min(words.bottom + gap, window.height - gap - size.height);
  return {
    left: Math.max(gap, Math.min(middle, window.width - gap - size.width)),
    top: Math.max(gap, above >= gap ? above : below)
  };
}
