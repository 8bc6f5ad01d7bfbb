/** Makes annotations of selections, and gives those a place again that lost it. Pure. */
import { describe } from '../../../src-main/domain/anchoring/describe.js';
import {
  type Annotation,
  type AnnotationKind,
  newAnnotation
} from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId, type Id } from '../../../src-main/domain/base/id.js';
import type { TextSelection } from '../../annotations/annotation-actions.js';
import type { Span } from '../../annotations/text/spans.js';

/** A bare highlight of what is selected. */
export function annotationOf(
  { target, text, span }: TextSelection,
  kind: AnnotationKind,
  id = newId(),
  now = new Date()
): Annotation {
  const selectors = describe(text, span.start, span.end);
  const moment = now.toISOString();
  return newAnnotation({ ...target, selectors }, moment, { id, kind });
}

/** The annotation of exactly these words, or `null`: to mark them again means that one. */
export function annotationAt(briefing: Briefing, { target, span }: TextSelection): Id | null {
  const same = briefing.annotations.find(({ target: { id, selectors } }) => {
    const { position } = selectors;
    return id === target.id && position?.start === span.start && position.end === span.end;
  });
  return same?.id ?? null;
}

/** The annotation with its words at `span` of `text`; what it was first made on stays known. */
export function placedAt(annotation: Annotation, text: string, { start, end }: Span): Annotation {
  return {
    ...annotation,
    target: { ...annotation.target, selectors: describe(text, start, end) }
  };
}

/** Annotations by the card or source they are on, in the order of the words; orphans where they once were. */
export function groupByTarget(
  annotations: readonly Annotation[]
): ReadonlyMap<Id, readonly Annotation[]> {
  const groups = new Map<Id, Annotation[]>();
  for (const annotation of annotations.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const { id } = annotation.target;
    const group = groups.get(id);
    if (group) group.push(annotation);
    else groups.set(id, [annotation]);
  }
  return groups;
}

/** All annotations by the order of their texts, those whose text is gone last. */
export function inReadingOrder(
  byTarget: ReadonlyMap<Id, readonly Annotation[]>,
  texts: readonly Id[]
): readonly Annotation[] {
  const known = new Set(texts);
  const gone = [...byTarget.keys()].filter((id) => !known.has(id));
  return [...texts, ...gone].flatMap((id) => byTarget.get(id) ?? []);
}

/** Where in its text an annotation stands, or stood when it had a place for certain. */
export function placeOf({ target }: Annotation): number {
  return (target.selectors.position ?? target.original.position)?.start ?? 0;
}

/** Every tag in use, for completion. */
export function tagsOf(annotations: readonly Annotation[]): readonly string[] {
  return [...new Set(annotations.flatMap(({ tags }) => tags))].sort();
}
