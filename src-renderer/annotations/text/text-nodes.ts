/**
 * Between places in the DOM and offsets in rendered text: the thin shell around the anchoring of the
 * domain. The rendered text of an element is what its text nodes say, one after the other.
 */
import type { Span } from './spans.js';

/** The offset of a boundary point inside `root`. */
export function offsetIn(root: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The part of a range that lies in `root`; `null` when none does. */
export function spanOf(root: Node, range: Range): Span | null {
  if (!range.intersectsNode(root)) return null;
  const starts = root.contains(range.startContainer);
  const ends = root.contains(range.endContainer);
  const start = starts ? offsetIn(root, range.startContainer, range.startOffset) : 0;
  const end = ends
    ? offsetIn(root, range.endContainer, range.endOffset)
    : (root.textContent ?? '').length;
  return { start, end };
}

/** The text nodes of an element, indexed once so that many spans are found quickly. */
export class TextNodes {
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  readonly #length: number;

  constructor(root: Node) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let length = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.data === '') continue;
      this.#nodes.push(node);
      this.#starts.push(length);
      length += node.data.length;
    }
    this.#length = length;
  }

  /** `null` when the span is empty or reaches beyond the text, at either end. */
  rangeOf({ start, end }: Span): Range | null {
    if (start < 0 || start >= end || end > this.#length) return null;
    const first = entryAt(this.#starts, start);
    const last = entryAt(this.#starts, end - 1);
    const range = document.createRange();
    range.setStart(this.#nodes[first] as Text, start - (this.#starts[first] ?? 0));
    range.setEnd(this.#nodes[last] as Text, end - (this.#starts[last] ?? 0));
    return range;
  }
}

/** The index of the last of the ascending `starts` that is not beyond `offset`. */
function entryAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
