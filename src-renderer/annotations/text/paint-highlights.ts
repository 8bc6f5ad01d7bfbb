/**
 * Paints annotations over text by the CSS Custom Highlight API: one registered highlight a kind,
 * since one an annotation is slow, and one each for the words that a search led to and for those that something
 * is being recorded on. The looks are in styles/highlights.css.
 */
import {
  annotationKinds,
  type AnnotationKind
} from '../../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { NodeSpan } from './text-nodes.js';

/** What is to be seen of an annotation. */
export interface HighlightMark extends NodeSpan {
  readonly id: Id;
  readonly kind: AnnotationKind;
  readonly active: boolean;
}

interface Painted extends HighlightMark {
  readonly range: Range;
}

type FindRange = (span: NodeSpan) => Range | null;

export class HighlightPainter {
  readonly #texts = new Map<Id, { readonly find: object; readonly marks: Map<Id, Painted> }>();

  constructor(private readonly registry: HighlightRegistry = CSS.highlights) {
    for (const name of [...annotationKinds, 'active']) {
      if (!registry.has(name)) registry.set(name, new Highlight());
    }
    const active = registry.get('active');
    if (active) active.priority = 1;
  }

  /**
   * Makes `marks` all that is painted on one text. What was painted already stays as it is, as long as
   * `nodes`, which stands for the rendering of the text, is the same.
   */
  paint(text: Id, nodes: object, marks: readonly HighlightMark[], find: FindRange): void {
    const last = this.#texts.get(text);
    const old = last?.find === nodes ? last.marks : null;
    const next = new Map<Id, Painted>();
    for (const mark of marks) {
      const known = old?.get(mark.id);
      if (known && isSame(known, mark)) next.set(mark.id, known);
      else {
        const range = find(mark);
        if (range) next.set(mark.id, { ...mark, range });
      }
    }
    for (const [id, painted] of last?.marks ?? []) {
      if (next.get(id) === painted) continue;
      this.registry.get(painted.kind)?.delete(painted.range);
      if (painted.active) this.registry.get('active')?.delete(painted.range);
    }
    for (const [id, painted] of next) {
      if (old?.get(id) === painted) continue;
      this.registry.get(painted.kind)?.add(painted.range);
      if (painted.active) this.registry.get('active')?.add(painted.range);
    }
    if (next.size > 0) this.#texts.set(text, { find: nodes, marks: next });
    else this.#texts.delete(text);
  }

  clear(text: Id): void {
    this.paint(text, this, [], () => null);
  }
}

function isSame(a: HighlightMark, b: HighlightMark): boolean {
  return a.start === b.start && a.end === b.end && a.kind === b.kind && a.active === b.active;
}

/** Paints words that are no annotation, above those that are. */
export class WordPainter {
  readonly #words = new Map<Id, readonly Range[]>();
  readonly #highlight: Highlight;

  /** @param name `found` by a search, or `chosen` for what is being recorded on them. */
  constructor(name: 'found' | 'chosen', registry: HighlightRegistry = CSS.highlights) {
    this.#highlight = registry.get(name) ?? new Highlight();
    this.#highlight.priority = 2;
    registry.set(name, this.#highlight);
  }

  /** Replaces what is marked in one text. */
  mark(text: Id, ranges: readonly Range[]): void {
    for (const range of this.#words.get(text) ?? []) this.#highlight.delete(range);
    for (const range of ranges) this.#highlight.add(range);
    if (ranges.length > 0) this.#words.set(text, ranges);
    else this.#words.delete(text);
  }
}
