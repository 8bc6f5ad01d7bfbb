/** A briefing as far as the world had come on a day. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/id.js';
import { firstDayOf, lastDayOf, type PartialDate } from '../base/partial-date.js';

/**
 * Leaves out events, figures and sources that came after the day, and figures that rest on nothing
 * but such sources. What is undated stays. The ledger stays whole, since it answers for any day by itself.
 * `null` leaves the briefing as it is.
 */
export function asOfDay(briefing: Briefing, day: PartialDate | null): Briefing {
  if (day === null) return briefing;
  const isKnown = (date: PartialDate | null) => date === null || firstDayOf(date) <= lastDayOf(day);
  const later = new Set<Id>(
    briefing.sources.filter(({ published }) => !isKnown(published)).map(({ id }) => id)
  );
  const homes = new Map(briefing.annotations.map(({ id, target }) => [id, target.id]));
  return {
    ...briefing,
    sources: briefing.sources.filter(({ id }) => !later.has(id)),
    events: briefing.events.filter(({ date }) => isKnown(date)),
    figures: briefing.figures.filter(
      ({ date, evidence }) =>
        isKnown(date) &&
        (evidence.length === 0 ||
          evidence.some((id) => {
            const home = homes.get(id);
            return home === undefined || !later.has(home);
          }))
    )
  };
}
