/** What an annotation whose place is lost or in doubt can be mended with. Pure. */
import type { Range } from '../../../src-main/domain/text/range.js';
import { suggestPlace } from '../../../src-main/domain/anchoring/suggest-place.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Mending } from '../../annotations/annotation-actions.js';
import { placeOf } from './annotate.js';

/** `text`: the rendered text that it is on; `null` when that is gone. `null`: there is nothing to mend. */
export function mendingOf(annotation: Annotation, text: string | null): Mending | null {
  const { selectors, original } = annotation.target;
  if (selectors.position) {
    return annotation.flag ? { was: original.quote.exact, now: selectors.quote.exact } : null;
  }
  const range = text === null ? null : suggestedRange(annotation, text);
  return {
    was: selectors.quote.exact,
    now: text === null || !range ? null : text.slice(range.start, range.end)
  };
}

/** The words that most likely took an orphan's place. */
export function suggestedRange(annotation: Annotation, text: string): Range | null {
  return suggestPlace(text, annotation.target.selectors.quote, placeOf(annotation)).range;
}
