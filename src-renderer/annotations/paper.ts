/** What the views of one briefing share on the screen: the texts that can be annotated, and the paint on them. */
import type { Annotation } from '../../src-main/domain/annotation.js';
import type { Id } from '../../src-main/domain/id.js';
import { HighlightPainter } from './paint-highlights.js';
import { Surfaces, type Surface } from './surfaces.js';

export class Paper {
  readonly surfaces = new Surfaces();
  readonly #painter = new HighlightPainter();
  readonly #places = new Map<Id, Range>();

  /** Replaces what was painted on one text. */
  paint(surface: Surface, annotations: readonly Annotation[], active: Id | null): void {
    const marks = annotations.flatMap(({ id, kind, target }) => {
      const { position } = target.selectors;
      const range = position && surface.nodes.rangeOf(position);
      const place = range ?? lastPlace(surface, target);
      if (place) this.#places.set(id, place);
      return range ? [{ kind, active: id === active, range }] : [];
    });
    this.#painter.paint(surface.target.id, marks);
  }

  /** The text is no longer shown. */
  clear({ target, root }: Surface): void {
    this.surfaces.drop(target.id, root);
    if (!this.surfaces.get(target.id)) this.#painter.paint(target.id, []);
  }

  /** The top of an annotation's words in the window, in pixels; `null` when they are not shown. */
  topOf(id: Id): number | null {
    const place = this.#places.get(id);
    // A range whose text was taken away collapses to where it was.
    if (!place || place.collapsed) return null;
    return place.getBoundingClientRect().top;
  }
}

/** Where an orphan's words once stood, as near as the text reaches. */
function lastPlace({ nodes, text }: Surface, { original }: Annotation['target']): Range | null {
  const start = Math.min(original.position?.start ?? 0, text.length - 1);
  return nodes.rangeOf({ start, end: start + 1 });
}
