/**
 * Selecting words without a pointer: the browser has no caret in text that is only read, so keys on
 * a focused card or source do it, by word, sentence and paragraph.
 */
import { extendByUnit, nextUnit, paragraphsOf, sentencesOf, wordsOf, type Span } from './spans.js';
import type { Surface } from './surfaces.js';
import { spanOf } from './text-nodes.js';
import { selectSpan } from './watch-selection.js';

/** What the keys W, S and P select. */
const units: Readonly<Record<string, (text: string) => readonly Span[]>> = {
  w: wordsOf,
  s: sentencesOf,
  p: paragraphsOf
};

/** Where the last selection by key ended in each text: marking its words takes the selection away. */
const reached = new WeakMap<HTMLElement, number>();

/** Selects the sentence after what is, or was last, selected in the text; at first the first one. */
export function selectNextSentence(surface: Surface): void {
  selectNext(surface, sentencesOf(surface.text));
}

function selectNext(surface: Surface, all: readonly Span[]): void {
  const from = selectedSpan(surface)?.end ?? reached.get(surface.root) ?? 0;
  const next = nextUnit(all, from);
  if (next) select(surface, next);
}

function select(surface: Surface, span: Span): void {
  selectSpan(surface, span);
  reached.set(surface.root, span.end);
}

/**
 * W, S, P: the next word, sentence, paragraph. With Shift: one more of them. Shift+Down: one sentence
 * more. Shift+Left and Right: a word more or less. Returns whether the key was one of these.
 */
export function selectByKey({ key, shiftKey }: KeyboardEvent, surface: Surface): boolean {
  const selected = selectedSpan(surface);
  const unitsOf = units[key === 'ArrowDown' && shiftKey ? 's' : key.toLowerCase()];
  if (unitsOf && !shiftKey) selectNext(surface, unitsOf(surface.text));
  else if (!shiftKey || !selected) return false;
  else if (unitsOf) select(surface, extendByUnit(unitsOf(surface.text), selected));
  else if (key === 'ArrowRight') getSelection()?.modify('extend', 'right', 'word');
  else if (key === 'ArrowLeft') getSelection()?.modify('extend', 'left', 'word');
  else return false;
  return true;
}

function selectedSpan({ root }: Surface): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !root.contains(selection.anchorNode)) return null;
  return spanOf(root, selection.getRangeAt(0));
}
