/** What stands at the top of a scrolled view, by the words, and back there again. Thin DOM shell. */
import type { TextPlace } from '../../../src-main/domain/program/settings.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import type { Surfaces } from '../../annotations/text/surfaces.js';
import { offsetIn } from '../../annotations/text/text-nodes.js';

/** Pixels below the edge at which a line counts as the first that can be read. */
const inset = 6;

/** `null` at the beginning, and where no text is on the screen. */
export function textAtTop(area: HTMLElement, surfaces: Surfaces): TextPlace | null {
  if (area.scrollTop < inset) return null;
  const top = area.getBoundingClientRect().top + inset;
  for (const element of area.querySelectorAll<HTMLElement>('[data-card], [data-text]')) {
    if (element.getBoundingClientRect().bottom <= top) continue;
    const text = (element.dataset['card'] ?? element.dataset['text']) as Id;
    const root = surfaces.get(text)?.root;
    return { text, offset: root ? offsetAt(root, top) : 0 };
  }
  return null;
}

function offsetAt(root: HTMLElement, y: number): number {
  const box = root.getBoundingClientRect();
  if (box.top >= y) return 0;
  const place = document.caretPositionFromPoint(box.left + 1, y);
  return place && root.contains(place.offsetNode)
    ? offsetIn(root, place.offsetNode, place.offset)
    : 0;
}

/** Whether the text is there to be scrolled to; it then stands where it stood. */
export function scrollToText(
  area: HTMLElement,
  surfaces: Surfaces,
  { text, offset }: TextPlace
): boolean {
  const element = area.querySelector(`[data-card="${text}"], [data-text="${text}"]`);
  const surface = surfaces.get(text);
  if (!element?.checkVisibility() || !surface) return false;
  const start = Math.min(offset, surface.text.length - 1);
  const range = offset > 0 ? surface.nodes.rangeOf({ start, end: start + 1 }) : null;
  const { top } = (range ?? element).getBoundingClientRect();
  area.scrollTop += top - area.getBoundingClientRect().top - inset;
  return true;
}
