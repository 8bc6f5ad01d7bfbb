/**
 * Selecting words in the texts that can be annotated: what the person selects is followed, and keys select
 * by word, sentence and paragraph, since the browser has no caret in text that is only read.
 */
import { firstIndexWhere } from '../../../src-main/domain/base/by-halves.js';
import type { TextSelection } from '../annotation-actions.js';
import {
  boxOfRange,
  trimSpan,
  nodeSpanOf,
  extendByUnit,
  nextUnit,
  paragraphsOf,
  sentencesOf,
  toWholeWords,
  wordsOf,
  type NodeSpan
} from './text-nodes.js';
import type { TextSurface, Surfaces } from './surfaces.js';

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
        takeWholeWords(surfaces);
        tell();
      },
      options
    );
  }
  document.addEventListener('selectionchange', () => pressed || tell(), options);
  return () => ended.abort();
}

/** Selects as a whole each word in which what the pointer selected begins or ends, as writing programs do. */
function takeWholeWords(surfaces: Surfaces): void {
  const selected = selectedIn(surfaces);
  const span = selected && toWholeWords(selected.text, selected.span);
  if (!span || (span.start === selected.span.start && span.end === selected.span.end)) return;
  const range = surfaces.get(selected.target.id)?.nodes.rangeOf(span);
  if (range)
    getSelection()?.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset
    );
}

/** A selection that goes over several texts counts as far as it lies in the one where it begins. */
export function selectedIn(surfaces: Surfaces): TextSelection | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const surface = surfaces.around(range.startContainer) ?? surfaces.around(range.endContainer);
  const span = surface && nodeSpanOf(surface.root, range);
  const words = span && trimSpan(surface.text, span);
  return words ? { target: surface.target, text: surface.text, span: words } : null;
}

/** Selects on the screen, and brings it into sight. */
export function selectSpan(surface: TextSurface, span: { start: number; end: number }): void {
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

/** Where a toolbar stands by the words that are selected. Pixels of the window. Knows no DOM. */

interface Area {
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

/** What the keys W, S and P select, the shortest first. */
const units: Readonly<Record<string, (text: string) => readonly NodeSpan[]>> = {
  w: wordsOf,
  s: sentencesOf,
  p: paragraphsOf
};

/** What was last selected by key in each text, and its unit: marking its words takes the selection away. */
const reached = new WeakMap<HTMLElement, NodeSpan & { readonly unit: string }>();

/** Selects the sentence where the person clicked, or after what is, or was last, selected in the text; at first the first one. */
export function selectNextSentence(surface: TextSurface): void {
  selectNext(surface, 's');
}

function selectNext(surface: TextSurface, unit: string): void {
  const place = placeIn(surface);
  const last = reached.get(surface.root);
  const keys = Object.keys(units);
  // After P, S means the first sentence of that paragraph.
  const isWithin =
    place?.start === last?.start &&
    place?.end === last?.end &&
    keys.indexOf(unit) < keys.indexOf(last?.unit ?? '');
  const from = place ?? last ?? { start: 0, end: 0 };
  const next = nextUnit(
    units[unit]!(surface.text),
    isWithin ? { start: from.start, end: from.start } : from
  );
  if (next) select(surface, next, unit);
}

function select(surface: TextSurface, span: NodeSpan, unit: string): void {
  selectSpan(surface, span);
  reached.set(surface.root, { ...span, unit });
}

/**
 * W, S, P: the next word, sentence, paragraph. With Shift: one more of them. Shift+Down: one sentence
 * more. Shift+Left and Right: a word more or less. Returns whether the key was one of these.
 */
export function selectByKey({ key, shiftKey }: KeyboardEvent, surface: TextSurface): boolean {
  const place = placeIn(surface);
  const selected = place && place.start < place.end ? place : null;
  const unit = key === 'ArrowDown' && shiftKey ? 's' : key.toLowerCase();
  const unitsOf = units[unit];
  if (unitsOf && !shiftKey) selectNext(surface, unit);
  else if (!shiftKey || !selected) return false;
  else if (unitsOf) select(surface, extendByUnit(unitsOf(surface.text), selected), '');
  else if (key === 'ArrowRight') getSelection()?.modify('extend', 'right', 'word');
  else if (key === 'ArrowLeft') getSelection()?.modify('extend', 'left', 'word');
  else return false;
  return true;
}

/** What is selected in the text, or where it was clicked, which has no width; `null` for neither. */
function placeIn({ root }: TextSurface): NodeSpan | null {
  const selection = getSelection();
  if (!selection?.anchorNode || !root.contains(selection.anchorNode)) return null;
  return nodeSpanOf(root, selection.getRangeAt(0));
}

/** Characters without a place of their own, such as line breaks between paragraphs, that are passed over at once. */
const most = 64;

/**
 * The stretch between `margin` screens above and below what the scrolled area shows; `null` when the
 * text is not drawn at all.
 */
export function seenSpan(surface: TextSurface, area: Element, margin: number): NodeSpan | null {
  const { top, bottom, height } = area.getBoundingClientRect();
  if (height === 0 || !surface.root.checkVisibility()) return null;
  const start = firstBelow(surface, top - margin * height);
  return { start, end: Math.max(start, firstBelow(surface, bottom + margin * height)) };
}

/** The first character whose line ends below `y`, in pixels of the window; the text's length for none. */
function firstBelow({ root, nodes, text }: TextSurface, y: number): number {
  return firstIndexWhere(text.length, (offset) => (bottomAt(offset) ?? Infinity) >= y);

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
