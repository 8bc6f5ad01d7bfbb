/** The list of all annotations of a briefing: whether it is shown, what of them, and where one was in it. */
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { everything, filterAnnotations, type AnnotationFilter } from './filter-annotations.js';

export class AnnotationList {
  /** Beside the desk. */
  shown = $state(false);
  filter = $state.raw<AnnotationFilter>(everything);
  #current = $state.raw<Id | null>(null);
  readonly #found = $derived.by(() => filterAnnotations(this.all(), this.filter, this.evidence()));

  constructor(
    /** In reading order. */
    private readonly all: () => readonly Annotation[],
    private readonly evidence: () => ReadonlyMap<Id, string>
  ) {}

  /** What the filter lets through, in reading order. */
  get found(): readonly Annotation[] {
    return this.#found;
  }

  /** The row that keys act on; -1 for an empty list. */
  get row(): number {
    const { found } = this;
    const index = found.findIndex(({ id }) => id === this.#current);
    return index < 0 && found.length > 0 ? 0 : index;
  }

  moveTo(row: number): void {
    const { found } = this;
    this.#current = found[Math.max(0, Math.min(row, found.length - 1))]?.id ?? null;
  }

  narrow(part: Partial<AnnotationFilter>): void {
    this.filter = { ...this.filter, ...part };
  }
}
