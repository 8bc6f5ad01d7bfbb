/** Which annotations a list shows. Pure. */
import type { Annotation, AnnotationKind } from '../../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { foldName } from '../../../src-main/domain/text/fold-name.js';

/** What else can be asked of an annotation. */
export const annotationStates = ['any', 'orphan', 'flagged', 'noted', 'evidence'] as const;
export type AnnotationState = (typeof annotationStates)[number];

export const stateWords: Readonly<Record<AnnotationState, string>> = {
  any: 'All',
  orphan: 'Without a place',
  flagged: 'To check',
  noted: 'With a note',
  evidence: 'Evidence'
};

export interface AnnotationFilter {
  /** Words that must all be in the quote, the note, a reply or a tag, in any order and case. */
  readonly query: string;
  readonly kind: AnnotationKind | null;
  readonly tag: string | null;
  readonly state: AnnotationState;
}

export const everything: AnnotationFilter = { query: '', kind: null, tag: null, state: 'any' };

/** `evidence`: what rests on each. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  { query, kind, tag, state }: AnnotationFilter,
  evidence: ReadonlyMap<Id, string>
): readonly Annotation[] {
  const words = foldName(query).split(' ').filter(Boolean);
  return annotations.filter(
    (annotation) =>
      (kind === null || annotation.kind === kind) &&
      (tag === null || annotation.tags.includes(tag)) &&
      isIn(annotation, state, evidence) &&
      holds(annotation, words)
  );
}

export function isOrphan({ target }: Annotation): boolean {
  return target.selectors.position === null;
}

function isIn(
  annotation: Annotation,
  state: AnnotationState,
  evidence: ReadonlyMap<Id, string>
): boolean {
  switch (state) {
    case 'any':
      return true;
    case 'orphan':
      return isOrphan(annotation);
    case 'flagged':
      return isOrphan(annotation) || annotation.flag !== null;
    case 'noted':
      return annotation.note.trim() !== '' || annotation.replies.length > 0;
    case 'evidence':
      return evidence.has(annotation.id);
  }
}

function holds({ target, note, replies, tags }: Annotation, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = [target.selectors.quote.exact, note, ...replies.map((r) => r.note), ...tags];
  const text = foldName(said.join('\n'));
  return words.every((word) => text.includes(word));
}
