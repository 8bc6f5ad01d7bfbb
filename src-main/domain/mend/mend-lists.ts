/** Lists of an entry in which nothing may stand twice: its evidence, participants, links, names and tags. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import { changeEvidence } from '../briefing/evidence.js';
import { mapEntries } from '../base/map-entries.js';
import type { Mendings } from './mendings.js';

/** The first of each stays. */
export function mendLists(briefing: Briefing, mendings: Mendings): Briefing {
  const once = <T>(list: readonly T[], keyOf: (item: T) => string = String): readonly T[] => {
    if (new Set(list.map(keyOf)).size === list.length) return list;
    const seen = new Set<string>();
    const kept = list.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
    mendings.add('repeated', list.length - kept.length);
    return kept;
  };
  const rested = changeEvidence(briefing, (evidence) => once(evidence));
  return {
    ...rested,
    tags: once(rested.tags),
    actors: mapEntries(rested.actors, (actor) => {
      const [tags, aliases] = [once(actor.tags), once(actor.aliases)];
      const isSame = tags === actor.tags && aliases === actor.aliases;
      return isSame ? actor : { ...actor, tags, aliases };
    }),
    issues: mapEntries(rested.issues, (issue) => {
      const tags = once(issue.tags);
      return tags === issue.tags ? issue : { ...issue, tags };
    }),
    events: mapEntries(rested.events, (event) => {
      const actors = once(event.actors);
      return actors === event.actors ? event : { ...event, actors };
    }),
    annotations: mapEntries(rested.annotations, (annotation) => {
      const tags = once(annotation.tags);
      const links = once(annotation.links, ({ type, id }) => `${type} ${id}`);
      const isSame = tags === annotation.tags && links === annotation.links;
      return isSame ? annotation : { ...annotation, tags, links };
    })
  };
}
