/**
 * Paints annotations over text by the CSS Custom Highlight API: one registered highlight a kind,
 * since one an annotation is slow. The looks are in styles/highlights.css.
 */
import { annotationKinds, type AnnotationKind } from '../../src-main/domain/annotation.js';
import type { Id } from '../../src-main/domain/id.js';

export interface Mark {
  readonly kind: AnnotationKind;
  readonly active: boolean;
  readonly range: Range;
}

const names = [...annotationKinds, 'active'] as const;

export class HighlightPainter {
  readonly #painted = new Map<Id, readonly Mark[]>();

  constructor(private readonly registry: HighlightRegistry = CSS.highlights) {
    for (const name of names) if (!registry.has(name)) registry.set(name, new Highlight());
    const active = registry.get('active');
    if (active) active.priority = 1;
  }

  /** Replaces what was painted on one text. */
  paint(id: Id, marks: readonly Mark[]): void {
    for (const { range } of this.#painted.get(id) ?? []) {
      for (const name of names) this.registry.get(name)?.delete(range);
    }
    for (const { kind, active, range } of marks) {
      this.registry.get(kind)?.add(range);
      if (active) this.registry.get('active')?.add(range);
    }
    if (marks.length > 0) this.#painted.set(id, marks);
    else this.#painted.delete(id);
  }
}
