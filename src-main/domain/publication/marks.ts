/** Highlights as stretches of a text, cut so that a page can paint them one after the other. */
import type { Annotation, AnnotationKind } from '../briefing/annotation.js';
import type { Id } from '../base/id.js';

/** One annotation at its place. Offsets in the rendered text, UTF-16 units, end-exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly annotation: Id;
  readonly kind: AnnotationKind;
  /** The note's number; `null` for a bare highlight. */
  readonly number: number | null;
  /** Markdown; empty when there is nothing to say beside the words. */
  readonly note: string;
}

/** A stretch with the same marks from end to end. `marks` lists the widest first. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

export function marksOf(
  annotations: readonly Annotation[],
  numberOf: (annotation: Annotation) => number | null
): readonly Mark[] {
  return annotations.flatMap((annotation) => {
    const { position } = annotation.target.selectors;
    if (!position) return [];
    const { id, kind, note } = annotation;
    return { ...position, annotation: id, kind, note: note.trim(), number: numberOf(annotation) };
  });
}

/** The marked stretches in order, disjoint; what no mark covers is left out. */
export function cutByMarks(marks: readonly Mark[]): readonly Stretch[] {
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return edges.flatMap((start, index) => {
    const end = edges[index + 1] ?? start;
    const covering = marks
      .filter((mark) => mark.start < end && mark.end > start)
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    return covering.length ? { start, end, marks: covering } : [];
  });
}
