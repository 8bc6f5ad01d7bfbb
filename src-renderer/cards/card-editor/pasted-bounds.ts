/**
 * Which rich text is pasted without its formatting: to read it would stop the window. Counts tags and looks
 * at nothing else, since the browser's own parser takes seconds for tags that are never closed.
 */
import { maxCardLength, maxElements } from '../../../src-main/domain/base/limits.js';

export const pastedBounds = {
  /** A card of more is shown without its formatting anyway. */
  elements: maxElements(maxCardLength),
  /** Within one another; a page or a letter has some twenty. */
  depth: 100,
  /** Elements, each counted once a level of its depth: a browser opens unclosed ones anew in each paragraph. */
  elementsByDepth: 200_000,
  /** UTF-16 units of text, each counted once a level of its depth, as each level writes its text anew. */
  textByDepth: 4_000_000
} as const;

const tags = /<(\/?)([a-z][a-z\d]*)[^<>]*>?([^<]*)/giu;
/** Of these the end may be left out: the next one ends them. */
const endedByNext: ReadonlySet<string> = new Set(
  'html head body p li dt dd tr td th thead tbody tfoot colgroup option'.split(' ')
);
/** They hold nothing. */
const empty: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' ')
);

export function isWithinBounds(html: string): boolean {
  const open = new Map<string, number>();
  let [elements, depth, elementsByDepth, textByDepth] = [0, 0, 0, 0];
  for (const [, slash, tag = '', text = ''] of html.matchAll(tags)) {
    const name = tag.toLowerCase();
    const nests = !endedByNext.has(name) && !empty.has(name);
    const unclosed = open.get(name) ?? 0;
    if (slash) {
      // An end without its beginning ends nothing.
      if (unclosed > 0) {
        open.set(name, unclosed - 1);
        depth -= 1;
      }
    } else {
      elements += 1;
      elementsByDepth += depth + 1;
      if (nests) {
        open.set(name, unclosed + 1);
        depth += 1;
      }
    }
    textByDepth += text.length * depth;
    if (
      elements > pastedBounds.elements ||
      depth > pastedBounds.depth ||
      elementsByDepth > pastedBounds.elementsByDepth ||
      textByDepth > pastedBounds.textByDepth
    ) {
      return false;
    }
  }
  return true;
}
