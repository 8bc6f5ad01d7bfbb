/** What the kinds of annotation are called. Their tints and underlines are in styles/highlights.css. */
import { annotationKinds, type AnnotationKind } from '../../src-main/domain/briefing/annotation.js';

export const kindWords: Readonly<Record<AnnotationKind, string>> = {
  key: 'Key point',
  claim: 'Claim',
  figure: 'Figure',
  change: 'Change',
  doubt: 'Doubt',
  note: 'Note'
};

/** Those that words are highlighted as; a note is made by writing one. */
export const highlightKinds = annotationKinds.filter((kind) => kind !== 'note');
