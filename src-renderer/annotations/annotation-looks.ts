/** What the kinds of annotation are called. Their tints and underlines are in styles/highlights.css. */
import type { AnnotationKind } from '../../src-main/domain/annotation.js';

export const kindWords: Readonly<Record<AnnotationKind, string>> = {
  key: 'Key point',
  claim: 'Claim',
  figure: 'Figure',
  change: 'Change',
  doubt: 'Doubt'
};
