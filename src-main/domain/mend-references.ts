/** References that lead nowhere, as older versions and foreign data can hold them: found, and mended. Pure. */
import { newActor } from './actor.js';
import type { Briefing } from './briefing.js';
import { changeEvidence } from './evidence.js';
import type { Id } from './id.js';
import { newIssue } from './issue.js';
import { keepEntries, mapEntries } from './map-entries.js';

export interface MendedReferences {
  /** The briefing that was given when nothing dangled. */
  readonly briefing: Briefing;
  /** How many references led nowhere. */
  readonly mended: number;
}

/**
 * Evidence, participants, speakers, givers of figures and links that name no entry of the briefing
 * are taken out. A position is never dropped: where its actor or issue is missing, one without a
 * name of its own is put there. What a position supersedes may be missing: it then supersedes nothing.
 */
export function mendReferences(briefing: Briefing): MendedReferences {
  let mended = 0;
  const found = (isFound: boolean): boolean => {
    if (!isFound) mended += 1;
    return isFound;
  };
  const whole = withMissingNames(briefing);
  mended += whole.actors.length - briefing.actors.length;
  mended += whole.issues.length - briefing.issues.length;
  const annotations = idsOf(whole.annotations);
  const actors = idsOf(whole.actors);
  const linked = {
    actor: actors,
    issue: idsOf(whole.issues),
    position: idsOf(whole.positions)
  } as const;
  const actorOrNone = (id: Id | null): Id | null =>
    id !== null && found(actors.has(id)) ? id : null;
  const rested = changeEvidence(whole, (evidence) =>
    keepEach(evidence, (id) => found(annotations.has(id)))
  );
  const next: Briefing = {
    ...rested,
    actors: mapEntries(rested.actors, (actor) => {
      const speaksFor = actorOrNone(actor.speaksFor);
      return speaksFor === actor.speaksFor ? actor : { ...actor, speaksFor };
    }),
    events: mapEntries(rested.events, (event) => {
      const present = keepEach(event.actors, (id) => found(actors.has(id)));
      return present === event.actors ? event : { ...event, actors: present };
    }),
    figures: mapEntries(rested.figures, (figure) => {
      const actor = actorOrNone(figure.actor);
      return actor === figure.actor ? figure : { ...figure, actor };
    }),
    annotations: mapEntries(rested.annotations, (annotation) => {
      const links = keepEach(annotation.links, ({ type, id }) => found(linked[type].has(id)));
      return links === annotation.links ? annotation : { ...annotation, links };
    })
  };
  return { briefing: mended === 0 ? briefing : next, mended };
}

/** As `keepEntries`, but every entry is asked for, and once. */
function keepEach<T>(entries: readonly T[], isKept: (entry: T) => boolean): readonly T[] {
  const kept = new Set(entries.filter(isKept));
  return keepEntries(entries, (entry) => kept.has(entry));
}

function withMissingNames(briefing: Briefing): Briefing {
  const missing = (ids: readonly Id[], known: ReadonlySet<Id>) =>
    [...new Set(ids)].filter((id) => !known.has(id));
  const actors = missing(
    briefing.positions.map(({ actor }) => actor),
    idsOf(briefing.actors)
  );
  const issues = missing(
    briefing.positions.map(({ issue }) => issue),
    idsOf(briefing.issues)
  );
  return {
    ...briefing,
    actors: [...briefing.actors, ...actors.map((id) => newActor('Unknown actor', 'group', id))],
    issues: [...briefing.issues, ...issues.map((id) => newIssue('Unknown issue', id))]
  };
}

function idsOf(entries: readonly { readonly id: Id }[]): ReadonlySet<Id> {
  return new Set(entries.map(({ id }) => id));
}
