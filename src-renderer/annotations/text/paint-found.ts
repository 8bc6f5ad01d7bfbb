/** Marks the words that a search led to, over all annotations: the CSS highlight `found`. */
import type { Id } from '../../../src-main/domain/base/id.js';

export class FoundPainter {
  readonly #found = new Map<Id, readonly Range[]>();
  readonly #highlight: Highlight;

  constructor(registry: HighlightRegistry = CSS.highlights) {
    this.#highlight = registry.get('found') ?? new Highlight();
    this.#highlight.priority = 2;
    registry.set('found', this.#highlight);
  }

  /** Replaces what is marked in one text. */
  mark(text: Id, ranges: readonly Range[]): void {
    for (const range of this.#found.get(text) ?? []) this.#highlight.delete(range);
    for (const range of ranges) this.#highlight.add(range);
    if (ranges.length > 0) this.#found.set(text, ranges);
    else this.#found.delete(text);
  }
}
