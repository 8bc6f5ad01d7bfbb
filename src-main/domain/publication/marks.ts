/**
 * Highlights as stretches of a text, cut so that a page can paint them one after the other. Marked words
 * are printed as links to an address that names their annotations, since a link is all that Typst carries
 * into a PDF with its place. They become highlights there.
 */
import type { Annotation, AnnotationKind } from '../briefing/annotation.js';
import { Id } from '../base/values.js';

/** One annotation at its place. Offsets in the rendered text, UTF-16 units, end-exclusive. */
export interface PrintedMark {
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
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly PrintedMark[];
}

export function printedMarks(
  annotations: readonly Annotation[],
  numberOf: (annotation: Annotation) => number | null
): readonly PrintedMark[] {
  return annotations.flatMap((annotation) => {
    const { position } = annotation.target.selectors;
    if (!position) return [];
    const { id, kind, note } = annotation;
    return { ...position, annotation: id, kind, note: note.trim(), number: numberOf(annotation) };
  });
}

/** The marked stretches in order, disjoint; what no mark covers is left out. */
export function cutByMarks(marks: readonly PrintedMark[]): readonly Stretch[] {
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return edges.flatMap((start, index) => {
    const end = edges[index + 1] ?? start;
    const covering = marks
      .filter((mark) => mark.start < end && mark.end > start)
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    return covering.length ? { start, end, marks: covering } : [];
  });
}

/** As resources/typst/runs.typ writes it, before ids that are joined by “+”. */
const scheme = 'urn:standpoint:mark:';

/** Each id behind its chapter's prefix, if it has one. None for any other address. */
export function idsInMarkAddress(address: string): readonly string[] {
  if (!address.startsWith(scheme)) return [];
  return address
    .slice(scheme.length)
    .split('+')
    .filter((name) => Id.safeParse(name.replace(/^b\d+-/, '')).success);
}

/** Red, green and blue from 0 to 1, of a highlight in a viewer's list. */
export const highlightColours: Readonly<Record<AnnotationKind, readonly number[]>> = {
  key: [0.95, 0.78, 0.2],
  claim: [0.35, 0.6, 0.88],
  figure: [0.4, 0.7, 0.45],
  change: [0.8, 0.5, 0.75],
  doubt: [0.6, 0.6, 0.6],
  note: [0.85, 0.8, 0.68]
};
