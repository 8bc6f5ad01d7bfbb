/**
 * Selecting words without a pointer: the browser has no caret in text that is only read, so keys on
 * a focused card or source do it, sentence by sentence and then word by word.
 */
import { extendBySentence, nextSentence, sentencesOf, type Span } from './spans.js';
import type { Surface } from './surfaces.js';
import { spanOf } from './text-nodes.js';
import { selectSpan } from './watch-selection.js';

/** Where the last selection by key ended in each text: marking its words takes the selection away. */
const reached = new WeakMap<HTMLElement, number>();

/** Selects the sentence after what is, or was last, selected in the text; at first the first one. */
export function selectNextSentence(surface: Surface): void {
  const from = selectedSpan(surface)?.end ?? reached.get(surface.root) ?? 0;
  const next = nextSentence(sentencesOf(surface.text), from);
  if (!next) return;
  selectSpan(surface, next);
  reached.set(surface.root, next.end);
}

/**
 * S: the next sentence. Shift+S or Shift+Down: one sentence more. Shift+Left and Right: a word more
 * or less. Returns whether the key was one of these.
 */
export function selectByKey({ key, shiftKey }: KeyboardEvent, surface: Surface): boolean {
  const selected = selectedSpan(surface);
  if (key === 's') selectNextSentence(surface);
  else if (!shiftKey || !selected) return false;
  else if (key === 'S' || key === 'ArrowDown') {
    selectSpan(surface, extendBySentence(sentencesOf(surface.text), selected));
  } else if (key === 'ArrowRight') getSelection()?.modify('extend', 'right', 'word');
  else if (key === 'ArrowLeft') getSelection()?.modify('extend', 'left', 'word');
  else return false;
  return true;
}

function selectedSpan({ root }: Surface): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !root.contains(selection.anchorNode)) return null;
  return spanOf(root, selection.getRangeAt(0));
}
