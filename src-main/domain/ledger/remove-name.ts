/** Takes an actor or an issue out of a briefing, with every mention of it. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/id.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';

/**
 * Removes an actor or issue that no position names; one that is named stays, and so does the
 * briefing, since the ledger keeps what it holds. Events that it took part in, figures that it gave,
 * those who spoke for it and words that were about it stay, and name it no longer.
 */
export function removeName(briefing: Briefing, id: Id): Briefing {
  if (briefing.positions.some(({ actor, issue }) => actor === id || issue === id)) return briefing;
  return {
    ...briefing,
    actors: mapEntries(
      keepEntries(briefing.actors, (actor) => actor.id !== id),
      (actor) => (actor.speaksFor === id ? { ...actor, speaksFor: null } : actor)
    ),
    issues: keepEntries(briefing.issues, (issue) => issue.id !== id),
    events: mapEntries(briefing.events, (event) => {
      const actors = keepEntries(event.actors, (actor) => actor !== id);
      return actors === event.actors ? event : { ...event, actors };
    }),
    figures: mapEntries(briefing.figures, (figure) =>
      figure.actor === id ? { ...figure, actor: null } : figure
    ),
    annotations: mapEntries(briefing.annotations, (annotation) => {
      const links = keepEntries(annotation.links, (link) => link.id !== id);
      return links === annotation.links ? annotation : { ...annotation, links };
    })
  };
}
