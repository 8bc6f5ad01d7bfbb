/**
 * A briefing from outside that fits its schema may still contradict itself: ids that stand twice,
 * references that lead nowhere, entries that supersede one another in a circle, places outside any
 * text. What can be mended without loss is mended here, and counted; what cannot, `beyondLimits` of
 * domain/limits.ts refuses. Pure.
 */
import type { Briefing } from '../briefing/briefing.js';
import { Mendings, type Mending } from './mendings.js';
import { mendReferences } from './mend-references.js';
import { makeIdsUnique } from './unique-ids.js';
import { changeEvidence } from '../briefing/evidence.js';
import { circlesOf } from '../base/find-circles.js';
import { keepEntries, mapEntries } from '../base/map-entries.js';
import type { Annotation, Selectors } from '../briefing/annotation.js';
import type { Id } from '../base/values.js';
import { maxArticleBytes } from '../base/limits.js';
import type { Position } from '../briefing/entries.js';

export interface Mended {
  /** The very briefing that was given when there was nothing to mend. */
  readonly briefing: Briefing;
  /** What was mended, each kind once; empty when nothing was. `mendings.ts` has the sentences. */
  readonly mended: readonly Mending[];
}

/**
 * The briefing in which every id stands once, every reference leads to an entry, no entry supersedes
 * itself in the end, no list names anything twice, and every place lies within its text as far as
 * that can be told without rendering. No card, source, claim, name or annotation is dropped, but for
 * the second of two that are the same in all. Mending once more changes nothing.
 */
export function mendBriefing(briefing: Briefing): Mended {
  const mendings = new Mendings();
  const steps = [mendLists, mendReferences, makeIdsUnique, breakCircles, mendPlaces, mendTimes];
  const mended = steps.reduce((now, step) => step(now, mendings), briefing);
  return mendings.isEmpty ? { briefing, mended: [] } : { briefing: mended, mended: mendings.all() };
}

/** Lists of an entry in which nothing may stand twice: its evidence, participants, links, names and tags. Pure. */

/** The first of each stays. */
function mendLists(briefing: Briefing, mendings: Mendings): Briefing {
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
    positions: mapEntries(rested.positions, (position) => {
      const [supersedes, contested] = [once(position.supersedes), once(position.contested)];
      const isSame = supersedes === position.supersedes && contested === position.contested;
      return isSame ? position : { ...position, supersedes, contested };
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

/** Moments that fit the schema, and still are not as Standpoint writes and compares them. Pure. */

/** To the millisecond at most: beyond that, moments of one length no longer sort as text. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

function mendTimes(briefing: Briefing, mendings: Mendings): Briefing {
  const timesIn = <T extends object>(entry: T, ...names: readonly (keyof T)[]): T => {
    const odd = names.filter((name) => !usual.test(String(entry[name])));
    mendings.add('time', odd.length);
    if (odd.length === 0) return entry;
    const mended = odd.map((name) => [name, new Date(String(entry[name])).toISOString()] as const);
    return { ...entry, ...Object.fromEntries(mended) };
  };
  const whole = timesIn(briefing, 'createdAt', 'modifiedAt');
  return {
    ...whole,
    sources: mapEntries(whole.sources, (source) => timesIn(source, 'importedAt')),
    positions: mapEntries(whole.positions, (position) => timesIn(position, 'recordedAt')),
    statements: mapEntries(whole.statements, (statement) => timesIn(statement, 'recordedAt')),
    annotations: mapEntries(whole.annotations, (annotation) => {
      const replies = mapEntries(annotation.replies, (reply) =>
        timesIn(reply, 'createdAt', 'modifiedAt')
      );
      const timed = timesIn(annotation, 'createdAt', 'modifiedAt');
      return replies === annotation.replies ? timed : { ...timed, replies };
    }),
    dismissals: mapEntries(whole.dismissals, (each) => timesIn(each, 'dismissedAt'))
  };
}

/** Where annotations stand. One whose place cannot be has none, as an orphan: its words are kept, and a place is suggested. Pure. */

/** A rendered text has no more units than this a unit of Markdown. */
const mostRendered = 2;

/**
 * A place needs a card or source that is there, is as long as its words, and lies within the text.
 * Texts are not rendered for that, so a place may still be beyond the end of what is rendered.
 */
function mendPlaces(briefing: Briefing, mendings: Mendings): Briefing {
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

/** Entries of the ledger that supersede one another in a circle, or themselves. Pure. */

/** In a circle an entry supersedes only those that were recorded before it: it cannot have followed the others. */
function breakCircles(briefing: Briefing, mendings: Mendings): Briefing {
  const byId = new Map(briefing.positions.map((position) => [position.id, position]));
  const circles = circlesOf(briefing.positions, ({ supersedes }) =>
    supersedes.flatMap((id) => byId.get(id) ?? [])
  );
  if (circles.length === 0) return briefing;
  mendings.add('circle', circles.length);
  const circleOf = new Map(circles.flatMap((circle) => circle.map((each) => [each, circle])));
  const positions = mapEntries(briefing.positions, (position) => {
    const circle = circleOf.get(position);
    if (!circle) return position;
    const supersedes = keepEntries(position.supersedes, (id) => {
      const other = byId.get(id);
      const isInCircle = other !== undefined && circleOf.get(other) === circle;
      return !isInCircle || (other !== position && earlier(other, position) === other);
    });
    return supersedes === position.supersedes ? position : { ...position, supersedes };
  });
  return { ...briefing, positions };
}

function earlier(a: Position, b: Position): Position {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? a : b;
  return a.id < b.id ? a : b;
}
