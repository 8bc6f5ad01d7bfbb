/** What a position that a person recorded on words of a source does to what the draft suggests there. Pure. */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { findActor, type Ground } from '../suggestions/enter.js';
import { settle } from '../suggestions/settled.js';
import type { Range } from '../text/range.js';
import { claimOf, isCodable } from './triage.js';

/** Of what is suggested so much lies in the words of the position, and so much of these in it. */
const [leastOfSuggestion, leastOfWords] = [0.8, 0.5];

/**
 * A position that a person recorded settles what the draft suggests of the same actor on the same words.
 *
 * @param id of a position of the briefing.
 */
export function settleOnWords(
  briefing: Briefing,
  id: Id,
  { source, suggestions, now }: Pick<Ground, 'source' | 'suggestions' | 'now'>
): Briefing {
  const position = briefing.positions.find((each) => each.id === id);
  const places = briefing.annotations.flatMap(({ id: annotation, target }) =>
    target.id === source && position?.evidence.includes(annotation)
      ? (target.selectors.position ?? [])
      : []
  );
  const isOnThem = ({ start, end }: Range) =>
    places.some((place) => {
      const shared = Math.min(place.end, end) - Math.max(place.start, start);
      return (
        shared >= leastOfSuggestion * (end - start) &&
        shared >= leastOfWords * (place.end - place.start)
      );
    });
  return suggestions
    .filter(isCodable)
    .filter((each) => each.place !== null && isOnThem(each.place))
    .filter((each) => {
      const drafted = claimOf(each).actor;
      return findActor(briefing, drafted.name, drafted)?.id === position?.actor;
    })
    .reduce((b, each) => settle(b, each, source, 'accepted', now), briefing);
}
