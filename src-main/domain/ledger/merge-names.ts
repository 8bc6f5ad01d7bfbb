/** Two entries that turn out to name the same actor, or the same issue, made one. Nothing that hung on either is lost. */
import type { Actor, Issue } from '../briefing/entries.js';
import type { AnnotationLink } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import { distinctNames, sameName } from '../text/fold-name.js';
import type { Id } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';

/**
 * `gone` becomes a name of `keep`: its positions, statements, events, figures, links, tags, note, and those who speak for
 * it go over. The briefing itself when either is unknown or both are one.
 */
export function mergeActors(briefing: Briefing, keep: Id, gone: Id): Briefing {
  const kept = briefing.actors.find(({ id }) => id === keep);
  const lost = briefing.actors.find(({ id }) => id === gone);
  if (!kept || !lost || keep === gone) return briefing;
  const renamed = (id: Id) => (id === gone ? keep : id);
  const merged: Actor = {
    ...kept,
    aliases: withoutTwins([...kept.aliases, lost.name, ...lost.aliases], kept.name),
    tags: [...new Set([...kept.tags, ...lost.tags])],
    note: joinNotes(kept.note, lost.note),
    speaksFor: kept.speaksFor ?? lost.speaksFor
  };
  const actors = briefing.actors
    .filter(({ id }) => id !== gone)
    .map((actor) => (actor.id === keep ? merged : actor))
    .map((actor) => {
      const speaksFor = actor.speaksFor && renamed(actor.speaksFor);
      // Nobody speaks for themselves.
      const next = speaksFor === actor.id ? null : speaksFor;
      return next === actor.speaksFor ? actor : { ...actor, speaksFor: next };
    });
  return {
    ...briefing,
    actors,
    positions: briefing.positions.map((position) =>
      position.actor === gone ? { ...position, actor: keep } : position
    ),
    statements: briefing.statements.map((statement) =>
      statement.actor === gone ? { ...statement, actor: keep } : statement
    ),
    events: briefing.events.map((event) =>
      event.actors.includes(gone)
        ? { ...event, actors: [...new Set(event.actors.map(renamed))] }
        : event
    ),
    figures: briefing.figures.map((figure) =>
      figure.actor === gone ? { ...figure, actor: keep } : figure
    ),
    annotations: relink(briefing.annotations, 'actor', keep, gone)
  };
}

/** The wording of `gone` is kept in the note of `keep`, since an issue has no other names. */
export function mergeIssues(briefing: Briefing, keep: Id, gone: Id): Briefing {
  const kept = briefing.issues.find(({ id }) => id === keep);
  const lost = briefing.issues.find(({ id }) => id === gone);
  if (!kept || !lost || keep === gone) return briefing;
  const same = sameName(kept.wording, lost.wording);
  const merged: Issue = {
    ...kept,
    tags: [...new Set([...kept.tags, ...lost.tags])],
    note: joinNotes(kept.note, same ? '' : `Also worded: ${lost.wording}`, lost.note)
  };
  return {
    ...briefing,
    issues: briefing.issues
      .filter(({ id }) => id !== gone)
      .map((issue) => (issue.id === keep ? merged : issue)),
    positions: briefing.positions.map((position) =>
      position.issue === gone ? { ...position, issue: keep } : position
    ),
    annotations: relink(briefing.annotations, 'issue', keep, gone)
  };
}

function relink(
  annotations: Briefing['annotations'],
  type: 'actor' | 'issue',
  keep: Id,
  gone: Id
): Briefing['annotations'] {
  const isGone = (link: AnnotationLink) => link.type === type && link.id === gone;
  const isKept = (link: AnnotationLink) => link.type === type && link.id === keep;
  return annotations.map((annotation) => {
    if (!annotation.links.some(isGone)) return annotation;
    const others = annotation.links.filter((link) => !isGone(link) && !isKept(link));
    return { ...annotation, links: [...others, { type, id: keep }] };
  });
}

function withoutTwins(names: readonly string[], main: string): readonly string[] {
  return distinctNames([main, ...names]).slice(1);
}

/** Cut at the limit, which two long notes can pass. */
function joinNotes(...notes: readonly string[]): string {
  return notes
    .filter((note) => note !== '')
    .join('\n\n')
    .slice(0, maxLengths.note);
}

/** Takes an actor or an issue out of a briefing, with every mention of it. Pure. */

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
