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
function firstBelow({ root, nodes, text }: Surface, y: number): number {
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
      const range = nodes.rangeOf({ start: at, end: at + 1 });
      if (!range) continue;
      const beside = stretchBeside(range.startContainer);
      if (beside) return beside.bottom;
      const [rect] = range.getClientRects();
      if (rect && rect.height > 0) return rect.bottom;
    }
    return null;
  }

  /** The stretch that holds the node, if it lies above or below `y` as a whole: what is in it need not be laid out to tell. */
  function stretchBeside(node: Node): DOMRect | null {
    const stretches: Element[] = [];
    for (let at = node.parentElement; at && at !== root; at = at.parentElement) {
      if (at.className === 'stretch') stretches.push(at);
    }
    // From the outermost: to ask for the box of an inner one lays the outer one out.
    for (const stretch of stretches.toReversed()) {
      const box = stretch.getBoundingClientRect();
      if (box.bottom < y || box.top >= y) return box;
    }
    return null;
  }
}
