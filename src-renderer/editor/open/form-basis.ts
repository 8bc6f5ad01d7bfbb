/**
 * The words that a form is begun from. They are marked when what the form holds is recorded, in the
 * same step: whoever leaves the form leaves nothing behind. Pure.
 */
import { locate } from '../../../src-main/domain/anchoring/locate.js';
import { orphaned, type Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import { annotationAt, annotationOf, placedAt } from '../edits/annotation-edits.js';
import { addAnnotation } from '../edits/edits.js';
import type { TextSelection } from '../../annotations/annotation-actions.js';

export interface FormBasis {
  readonly annotation: Annotation;
  /** Where the focus goes back to; `null` where it comes from an annotation of the briefing. */
  readonly selection: TextSelection | null;
}

/** Words that are marked already are the annotation that is there. */
export function basisOf(
  briefing: Briefing,
  selection: TextSelection,
  kind: Annotation['kind']
): FormBasis {
  const known = annotationAt(briefing, selection);
  const there = briefing.annotations.find(({ id }) => id === known);
  return { annotation: there ?? annotationOf(selection, kind), selection };
}

/** With the annotation, for the form to show and for what it records; where it is there, as it is. */
export function withBasis(briefing: Briefing, basis: FormBasis | null): Briefing {
  const isThere = briefing.annotations.some(({ id }) => id === basis?.annotation.id);
  return basis && !isThere ? addAnnotation(briefing, basis.annotation) : briefing;
}

/** As `withBasis`, when the form rests on it: where its words stand by now. */
export function markBasis(
  briefing: Briefing,
  basis: FormBasis | null,
  evidence: readonly Id[],
  textOf: (target: Id) => string | null
): Briefing {
  if (!basis?.selection || !evidence.includes(basis.annotation.id)) return briefing;
  const { annotation, selection } = basis;
  const text = textOf(selection.target.id);
  if (text === selection.text) return withBasis(briefing, basis);
  const place = text === null ? null : locate(text, annotation.target.selectors);
  const moved = text !== null && place ? placedAt(annotation, text, place) : orphaned(annotation);
  return withBasis(briefing, { ...basis, annotation: moved });
}
