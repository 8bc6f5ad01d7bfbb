/**
 * Which part of each long text is in sight: of thousands of annotations only those there are painted
 * and have their note in the margin.
 */
import { firstIndexWhere } from '../../../src-main/domain/base/by-halves.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { NodeSpan } from './text-nodes.js';
import { seenSpan } from './watch-selection.js';
import type { TextSurface } from './surfaces.js';

/** Up to so many annotations of one text all are drawn: that is quicker than looking what is in sight. */
export const fewAnnotations = 200;

export class Sight {
  #spans = $state.raw<Readonly<Record<Id, NodeSpan | null>>>({});

  /** `null`: all of the text counts as in sight. */
  of(text: Id): NodeSpan | null {
    return this.#spans[text] ?? null;
  }

  see(text: Id, span: NodeSpan | null): void {
    const known = this.of(text);
    if (known?.start === span?.start && known?.end === span?.end) return;
    this.#spans = { ...this.#spans, [text]: span };
  }
}

/** Of annotations in the order of their words those that reach into the span; all for `null`. Pure. */
export function within(
  annotations: readonly Annotation[],
  span: NodeSpan | null
): readonly Annotation[] {
  if (!span) return annotations;
  const end = firstFrom(annotations, span.end);
  // One that began long before may still reach in, but none is longer than a person would mark.
  const start = firstFrom(annotations, span.start - longest);
  return annotations.slice(start, end).filter((annotation) => endOf(annotation) > span.start);
}

/** UTF-16 units that a quote may have and still be seen by its end alone. */
const longest = 20_000;

function firstFrom(annotations: readonly Annotation[], offset: number): number {
  return firstIndexWhere(annotations.length, (index) => startOf(annotations[index]!) >= offset);
}

/** Orphans are where they once were. */
function startOf({ target }: Annotation): number {
  return (target.selectors.position ?? target.original.position)?.start ?? 0;
}

function endOf({ target }: Annotation): number {
  return (target.selectors.position ?? target.original.position)?.end ?? 1;
}

/** Screens above and below that count as in sight, so that scrolling never shows a gap. */
const margin = 0.5;

/** Returns the function that ends it. */
export function followSight(
  surface: TextSurface,
  onsee: (span: NodeSpan | null) => void
): () => void {
  const area = surface.root.closest('[data-scrolls]');
  if (!area) return () => undefined;
  let frame = 0;
  const look = (): void => {
    frame = 0;
    // Of a text that is not drawn nothing is in sight.
    onsee(seenSpan(surface, area, margin) ?? { start: 0, end: 0 });
  };
  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const resized = new ResizeObserver(ask);
  area.addEventListener('scroll', ask, { passive: true });
  resized.observe(area);
  resized.observe(surface.root);
  look();
  return () => {
    cancelAnimationFrame(frame);
    resized.disconnect();
    area.removeEventListener('scroll', ask);
  };
}
