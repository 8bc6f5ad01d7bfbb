/** Follows what the person selects in the texts that can be annotated. */
import type { TextSelection } from '../annotation-actions.js';
import { boxOfRange } from './box-of-range.js';
import { trimSpan } from './spans.js';
import type { Surface, Surfaces } from './surfaces.js';
import { spanOf } from './text-nodes.js';

/**
 * Tells of every selection once it is made, not while it grows under the pointer, and `null` when
 * there is none. Returns the function that ends it.
 */
export function watchSelection(
  surfaces: Surfaces,
  onselect: (selection: TextSelection | null) => void
): () => void {
  const ended = new AbortController();
  const options = { signal: ended.signal, capture: true };
  let pressed = false;
  const tell = () => onselect(selectedIn(surfaces));
  document.addEventListener('pointerdown', () => (pressed = true), options);
  for (const end of ['pointerup', 'pointercancel'] as const) {
    document.addEventListener(
      end,
      () => {
        pressed = false;
        tell();
      },
      options
    );
  }
  document.addEventListener('selectionchange', () => pressed || tell(), options);
  return () => ended.abort();
}

/** A selection that goes over several texts counts as far as it lies in the one where it begins. */
export function selectedIn(surfaces: Surfaces): TextSelection | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const surface = surfaces.around(range.startContainer) ?? surfaces.around(range.endContainer);
  const span = surface && spanOf(surface.root, range);
  const words = span && trimSpan(surface.text, span);
  return words ? { target: surface.target, text: surface.text, span: words } : null;
}

/** Selects on the screen, and brings it into sight. */
export function selectSpan(surface: Surface, span: { start: number; end: number }): void {
  const range = surface.nodes.rangeOf(span);
  if (!range) return;
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  revealRange(range);
}

export function revealRange(range: Range): void {
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const area = element?.closest('[data-scrolls]');
  if (!element || !area) return;
  const words = boxOfRange(range);
  const seen = area.getBoundingClientRect();
  if (words.top >= seen.top && words.bottom <= seen.bottom) return;
  area.scrollBy({ top: words.top - (seen.top + seen.height / 3) });
}
