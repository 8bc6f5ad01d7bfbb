/** References that lead nowhere. Pure. */
import { newActor, newIssue } from '../briefing/entries.js';
import type { Briefing } from '../briefing/briefing.js';
import { changeEvidence } from '../briefing/evidence.js';
import type { Id } from '../base/values.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';
import type { MendingKind, Mendings } from './mendings.js';

/**
 * Evidence, participants, speakers, givers of figures, links, origins, superseded and contested
 * entries, key judgements and dismissals that name no entry of the briefing are taken out. A position
 * or statement is never dropped: where its actor or issue is missing, one without a name of its own
 * is put there.
 */
export function mendReferences(briefing: Briefing, mendings: Mendings): Briefing {
  const whole = withMissingNames(briefing, mendings);
  const ids = {
    annotation: idsOf(whole.annotations),
    actor: idsOf(whole.actors),
    issue: idsOf(whole.issues),
    position: idsOf(whole.positions),
    outcome: idsOf(whole.outcomes),
    source: idsOf(whole.sources),
    origin: idsOf(whole.origins)
  };
  const isThere = (kind: MendingKind, isFound: boolean): boolean => {
    if (!isFound) mendings.add(kind);
    return isFound;
  };
  const actorOrNone = (id: Id | null): Id | null =>
    id !== null && isThere('actors', ids.actor.has(id)) ? id : null;
  const aboutWhat = idsOf([
    whole,
    ...whole.cards,
    ...whole.sources,
    ...whole.positions,
    ...whole.statements,
    ...whole.figures,
    ...whole.outcomes,
    ...whole.annotations
  ]);
  const rested = changeEvidence(whole, (evidence) =>
    keepEach(evidence, (id) => isThere('evidence', ids.annotation.has(id)))
  );
  return {
    ...rested,
    actors: mapEntries(rested.actors, (actor) => {
      const isOther = isThere('own-speaker', actor.speaksFor !== actor.id);
      const speaksFor = isOther ? actorOrNone(actor.speaksFor) : null;
      return speaksFor === actor.speaksFor ? actor : { ...actor, speaksFor };
    }),
    positions: mapEntries(rested.positions, (position) => {
      const supersedes = keepEach(position.supersedes, (id) =>
        isThere('superseded', ids.position.has(id))
      );
      const contested = keepEach(position.contested, (id) =>
        isThere('contested', id !== position.id && ids.position.has(id))
      );
      const isSame = supersedes === position.supersedes && contested === position.contested;
      return isSame ? position : { ...position, supersedes, contested };
    }),
    sources: mapEntries(rested.sources, (source) => {
      const origin = orNone(source.origin, (id) => isThere('origins', ids.origin.has(id)));
      const updates = orNone(source.updates, (id) =>
        isThere('updates', id !== source.id && ids.source.has(id))
      );
      const isSame = origin === source.origin && updates === source.updates;
      return isSame ? source : { ...source, origin, updates };
    }),
    keyJudgements: keepEach(rested.keyJudgements, ({ about }) =>
      isThere('key-judgement', ids.position.has(about) || ids.outcome.has(about))
    ),
    events: mapEntries(rested.events, (event) => {
      const actors = keepEach(event.actors, (id) => isThere('actors', ids.actor.has(id)));
      return actors === event.actors ? event : { ...event, actors };
    }),
    figures: mapEntries(rested.figures, (figure) => {
      const actor = actorOrNone(figure.actor);
      return actor === figure.actor ? figure : { ...figure, actor };
    }),
    annotations: mapEntries(rested.annotations, (annotation) => {
      const links = keepEach(annotation.links, ({ type, id }) =>
        isThere('links', ids[type].has(id))
      );
      return links === annotation.links ? annotation : { ...annotation, links };
    }),
    dismissals: keepEach(rested.dismissals, ({ about, with: other }) =>
      isThere('dismissal', aboutWhat.has(about) && (other === null || aboutWhat.has(other)))
    )
  };
}

function orNone(id: Id | null, isKept: (id: Id) => boolean): Id | null {
  return id !== null && isKept(id) ? id : null;
}

/** As `keepEntries`, but every entry is asked for, and once. */
function keepEach<T>(entries: readonly T[], isKept: (entry: T) => boolean): readonly T[] {
  const kept = new Set(entries.filter(isKept));
  return keepEntries(entries, (entry) => kept.has(entry));
}

function withMissingNames(briefing: Briefing, mendings: Mendings): Briefing {
  const { positions, statements, actors, issues } = briefing;
  const missing = (named: readonly Id[], known: readonly { readonly id: Id }[]) => {
    const there = idsOf(known);
    return named.filter((id) => !there.has(id));
  };
  const [lostActors, lostIssues] = [
    missing(
      [...positions, ...statements].map(({ actor }) => actor),
      actors
    ),
    missing(
      positions.map(({ issue }) => issue),
      issues
    )
  ];
  mendings.add('unknown-actor', lostActors.length);
  mendings.add('unknown-issue', lostIssues.length);
  const actorNames = freeNames('Unknown actor', new Set(actors.map(({ name }) => name)));
  const issueNames = freeNames('Unknown issue', new Set(issues.map(({ wording }) => wording)));
  return {
    ...briefing,
    actors: [
      ...actors,
      ...[...new Set(lostActors)].map((id) => newActor(actorNames(), 'group', id))
    ],
    issues: [...issues, ...[...new Set(lostIssues)].map((id) => newIssue(issueNames(), id))]
  };
}

/** “Unknown actor”, “Unknown actor 2” and so on, without those that are taken. */
function freeNames(name: string, taken: ReadonlySet<string>): () => string {
  let number = 0;
  return () => {
    for (;;) {
      number += 1;
      const free = number === 1 ? name : `${name} ${number}`;
      if (!taken.has(free)) return free;
    }
  };
}

function idsOf(entries: readonly { readonly id: Id }[]): ReadonlySet<Id> {
  return new Set(entries.map(({ id }) => id));
}
