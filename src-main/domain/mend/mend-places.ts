/** Where annotations stand. One whose place cannot be has none, as an orphan: its words are kept, and a place is suggested. Pure. */
import type { Annotation, Selectors } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/id.js';
import { maxArticleBytes } from '../base/limits.js';
import { mapEntries } from '../base/map-entries.js';
import type { Mendings } from './mendings.js';

/** A rendered text has no more units than this a unit of Markdown. */
const mostRendered = 2;

/**
 * A place needs a card or source that is there, is as long as its words, and lies within the text.
 * Texts are not rendered for that, so a place may still be beyond the end of what is rendered.
 */
export function mendPlaces(briefing: Briefing, mendings: Mendings): Briefing {
  const lengths = {
    card: new Map<Id, number>(briefing.cards.map(({ id, body }) => [id, body.length])),
    source: new Map<Id, number>(briefing.sources.map(({ id }) => [id, maxArticleBytes]))
  };
  const annotations = mapEntries(briefing.annotations, (annotation) => {
    const { type, id, selectors, original } = annotation.target;
    const length = (lengths[type].get(id) ?? 0) * mostRendered;
    const now = within(selectors, length);
    // Where it was first made may be a text that has gone since.
    const first = within(original, maxArticleBytes * mostRendered);
    if (now === selectors && first === original) return annotation;
    mendings.add('place');
    return withSelectors(annotation, now, first);
  });
  return annotations === briefing.annotations ? briefing : { ...briefing, annotations };
}

function within(selectors: Selectors, length: number): Selectors {
  const { quote, position } = selectors;
  if (position === null) return selectors;
  const { start, end } = position;
  const isSound = start < end && end <= length && end - start === quote.exact.length;
  return isSound ? selectors : { ...selectors, position: null };
}

function withSelectors(annotation: Annotation, selectors: Selectors, original: Selectors) {
  return { ...annotation, target: { ...annotation.target, selectors, original } };
}
