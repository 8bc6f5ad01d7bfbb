/** What the kinds of annotation are called. Their tints and underlines are in styles/highlights.css. */
import { annotationKinds } from '../../src-main/domain/briefing/annotation.js';

export { annotationKindWords as kindWords } from '../../src-main/domain/briefing/annotation.js';

/** Those that words are highlighted as; a note is made by writing one. */
export const highlightKinds = annotationKinds.filter((kind) => kind !== 'note');
