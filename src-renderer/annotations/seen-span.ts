/** Which stretch of a text is in sight, found by asking the layout for the place of some of its characters. Thin DOM shell. */
import type { Span } from './spans.js';
import type { Surface } from './surfaces.js';

/** Characters without a place of their own, such as line breaks between paragraphs, that are passed over at once. */
const most = 64;

/**
 * The stretch between `margin` screens above and below what the scrolled area shows; `null` when the
 * text is not drawn at all.
 */
export function seenSpan(surface: Surface, area: Element, margin: number): Span | null {
  const { top, bottom, height } = area.getBoundingClientRect();
  if (height === 0 || !surface.root.checkVisibility()) return null;
  const start = firstBelow(surface, top - margin * height);
  return { start, end: Math.max(start, firstBelow(surface, bottom + margin * height)) };
}

/** The first character whose line ends below `y`, in pixels of the window; the text's length for none. */
function firstBelow({ nodes, text }: Surface, y: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = bottomAt(middle);
    if (bottom !== null && bottom < y) low = middle + 1;
    else high = middle;
  }
  return low;

  function bottomAt(offset: number): number | null {
    for (let at = offset; at < Math.min(text.length, offset + most); at++) {
      const rects = nodes.rangeOf({ start: at, end: at + 1 })?.getClientRects();
      const rect = rects?.[0];
      if (rect && rect.height > 0) return rect.bottom;
    }
    return null;
  }
}
