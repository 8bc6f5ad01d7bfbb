/** What the views of one briefing share on the screen: the texts that can be annotated, and the paint on them. */
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { HighlightPainter, type HighlightMark, WordPainter } from './paint-highlights.js';
import { within } from './sight.svelte.js';
import { type TextSurface, Surfaces } from './surfaces.js';
import type { NodeSpan } from './text-nodes.js';

export class Paper {
  readonly surfaces = new Surfaces();
  readonly #painter = new HighlightPainter();
  readonly #found = new WordPainter('found');
  readonly #chosen = new WordPainter('chosen');
  readonly #shown = new Map<Id, Shown>();

  /**
   * Makes these what is painted on one text. `annotations` are in the order of the words; of those
   * only the ones in `sight` are painted, all when it is `null`.
   */
  paint(
    surface: TextSurface,
    annotations: readonly Annotation[],
    active: Id | null,
    sight: NodeSpan | null
  ): void {
    const { target, nodes } = surface;
    this.#shown.set(target.id, { surface, annotations, byId: null });
    const marks = within(annotations, sight).flatMap(
      ({ id, kind, target: { selectors } }): HighlightMark[] =>
        selectors.position ? [{ id, kind, active: id === active, ...selectors.position }] : []
    );
    this.#painter.paint(target.id, nodes, marks, (span) => nodes.rangeOf(span));
  }

  /** Marks what a search found in one text, in place of what was marked there. Returns the ranges. */
  markFound(surface: TextSurface, spans: readonly NodeSpan[]): readonly Range[] {
    const ranges = spans.flatMap((span) => surface.nodes.rangeOf(span) ?? []);
    this.#found.mark(surface.target.id, ranges);
    return ranges;
  }

  /** Marks the words of one text that something is being recorded on; `null` for none. Returns their range. */
  markChosen(surface: TextSurface, span: NodeSpan | null): Range | null {
    const range = span && surface.nodes.rangeOf(span);
    this.#chosen.mark(surface.target.id, range ? [range] : []);
    return range;
  }

  /** The text is no longer shown. */
  clear({ target, root }: TextSurface): void {
    this.surfaces.drop(target.id, root);
    if (this.surfaces.get(target.id)) return;
    this.#shown.delete(target.id);
    this.#painter.clear(target.id);
    this.#found.mark(target.id, []);
    this.#chosen.mark(target.id, []);
  }

  /** The top of an annotation's words in the window, in pixels; `null` when they are not shown. */
  topOf(id: Id): number | null {
    for (const shown of this.#shown.values()) {
      shown.byId ??= new Map(shown.annotations.map((one) => [one.id, one]));
      const annotation = shown.byId.get(id);
      if (!annotation) continue;
      if (!shown.surface.root.isConnected) return null;
      return beginningOn(shown.surface, annotation)?.getBoundingClientRect().top ?? null;
    }
    return null;
  }
}

/** One rendering of a text, and what stands on it. */
interface Shown {
  readonly surface: TextSurface;
  readonly annotations: readonly Annotation[];
  /** Made when first asked for. */
  byId: ReadonlyMap<Id, Annotation> | null;
}

/** UTF-16 units that are enough to tell where words begin: to lay out all of a long quote would take its time. */
const beginning = 40;

/**
 * Where the words begin; an orphan's, where they once stood, as near as the text reaches. `null` for a
 * text without any.
 */
function beginningOn({ nodes, text }: TextSurface, { target }: Annotation): Range | null {
  const { selectors, original } = target;
  const { start, end } = selectors.position ?? { start: 0, end: 0 };
  const range = nodes.rangeOf({ start, end: Math.min(end, start + beginning) });
  if (range) return range;
  const once = Math.min(original.position?.start ?? 0, text.length - 1);
  return nodes.rangeOf({ start: once, end: once + 1 });
}
