/**
 * What came into a briefing since a moment, a day or a state of it: for the view “New” and for
 * `standpoint new`. Pure.
 *
 * Each entry tells by itself when it came: by the moment of its import or recording, and where it has none,
 * as figures, events and actors have not, by its id, which holds the moment at which it was made. Versions
 * are not asked for that, since they are thinned out with time. Where a state of the briefing is at hand,
 * its entries are compared with that, too: what a merged copy brought in was made before it came.
 */
import { compareText } from '../base/compare-text.js';
import type { Briefing } from '../briefing/briefing.js';
import { Actor, Event, Figure, Issue, Position, Statement } from '../briefing/entries.js';
import { Source } from '../briefing/source.js';
import { dayOf, firstDayOf, Id, Moment, momentOfId, PartialDate } from '../base/values.js';
import { z } from '../base/zod.js';
import { dateOfPosition } from '../ledger/ledger.js';

const position = Position.unwrap().shape;
const statement = Statement.unwrap().shape;
const figure = Figure.unwrap().shape;
const event = Event.unwrap().shape;
const source = Source.unwrap().shape;
const actor = Actor.unwrap().shape;
const named = z.strictObject({ id: Id, name: z.string() }).readonly();
const titled = z.strictObject({ id: Id, title: z.string() }).readonly();
/** When it came; `null` where nothing tells. */
const at = Moment.nullable();

const Followed = z
  .strictObject({ id: Id, stance: position.stance, date: PartialDate.nullable() })
  .readonly();

/** The newest first, in every list. */
export const CameIn = z
  .strictObject({
    sources: z
      .array(
        z.strictObject({
          ...{ id: Id, at, title: source.title, published: source.published },
          /** The other sources of its origin. */
          sameOrigin: z.array(titled).readonly(),
          /** The source that it is a newer version of. */
          updates: titled.nullable()
        })
      )
      .readonly(),
    positions: z
      .array(
        z.strictObject({
          ...{ id: Id, at, actor: named },
          issue: z.strictObject({ id: Id, wording: Issue.unwrap().shape.wording }).readonly(),
          ...{ stance: position.stance, statement: position.statement },
          /** From when it counts. */
          date: PartialDate.nullable(),
          supersedes: z.array(Followed).readonly(),
          contested: z.array(Followed).readonly()
        })
      )
      .readonly(),
    statements: z
      .array(
        z.strictObject({ id: Id, at, actor: named, text: statement.text, said: statement.said })
      )
      .readonly(),
    actors: z
      .array(
        z.strictObject({
          id: Id,
          at,
          name: actor.name,
          type: actor.type,
          /** How many other briefings of the library know the actor; only where the library was asked. */
          briefings: z.int().nonnegative().optional()
        })
      )
      .readonly(),
    figures: z
      .array(
        z.strictObject({
          id: Id,
          at,
          wording: figure.wording,
          measures: figure.measures,
          date: figure.date
        })
      )
      .readonly(),
    events: z.array(z.strictObject({ id: Id, at, title: event.title, date: event.date })).readonly()
  })
  .readonly();
export type CameIn = z.infer<typeof CameIn>;

/** Whether an entry came since then. */
export type Since = (entry: { readonly id: Id; readonly at: Moment | null }) => boolean;

/** From the beginning of the day, by the time zone of this machine. */
export function sinceDay(day: PartialDate): Since {
  return ({ at }) => at !== null && dayOf(new Date(at)) >= firstDayOf(day);
}

/** After a visit that ended at `moment`, and whatever `opened`, how it was found after that, does not hold. */
export function sinceVisit(moment: Moment, opened: Briefing): Since {
  const isNotIn = sinceState(opened);
  return (entry) => (entry.at !== null && entry.at > moment) || isNotIn(entry);
}

/** Whatever that state of the briefing does not hold. */
export function sinceState(state: Briefing): Since {
  const { sources, positions, statements, actors, figures, events } = state;
  const lists = [sources, positions, statements, actors, figures, events];
  const known = new Set(lists.flatMap((entries) => entries.map(({ id }) => id)));
  return ({ id }) => !known.has(id);
}

export function whatCameIn(briefing: Briefing, isNew: Since): CameIn {
  const { sources, actors, issues, positions } = briefing;
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const wordings = new Map(issues.map(({ id, wording }) => [id, wording]));
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const byId = new Map(positions.map((each) => [each.id, each]));
  const nameActor = (id: Id) => ({ id, name: names.get(id) ?? '' });
  const titleSource = (id: Id) => ({ id, title: titles.get(id) ?? '' });
  const follow = (ids: readonly Id[]) =>
    ids.flatMap((id) => {
      const earlier = byId.get(id);
      return earlier ? [{ id, stance: earlier.stance, date: dateOfPosition(earlier) }] : [];
    });
  const newest = <T extends { readonly id: Id }>(
    entries: readonly T[],
    momentOf: (entry: T) => Moment | null = ({ id }) => momentOfId(id)
  ) =>
    entries
      .map((entry) => ({ entry, id: entry.id, at: momentOf(entry) }))
      .filter(isNew)
      .sort((a, b) => -compareText(a.at ?? '', b.at ?? '') || -compareText(a.id, b.id));

  return {
    sources: newest(sources, ({ importedAt }) => importedAt).map(({ entry, id, at }) => ({
      ...{ id, at, title: entry.title, published: entry.published },
      sameOrigin:
        entry.origin === null
          ? []
          : sources
              .filter((other) => other.origin === entry.origin && other.id !== id)
              .map((other) => titleSource(other.id)),
      updates: entry.updates === null ? null : titleSource(entry.updates)
    })),
    positions: newest(positions, ({ recordedAt }) => recordedAt).map(({ entry, id, at }) => ({
      ...{ id, at, actor: nameActor(entry.actor) },
      issue: { id: entry.issue, wording: wordings.get(entry.issue) ?? '' },
      ...{ stance: entry.stance, statement: entry.statement, date: dateOfPosition(entry) },
      supersedes: follow(entry.supersedes),
      contested: follow(entry.contested)
    })),
    statements: newest(briefing.statements, ({ recordedAt }) => recordedAt).map(
      ({ entry, id, at }) => ({
        ...{ id, at, actor: nameActor(entry.actor), text: entry.text, said: entry.said }
      })
    ),
    actors: newest(actors).map(({ entry, id, at }) => ({
      ...{ id, at, name: entry.name, type: entry.type }
    })),
    figures: newest(briefing.figures).map(({ entry, id, at }) => ({
      ...{ id, at, wording: entry.wording, measures: entry.measures, date: entry.date }
    })),
    events: newest(briefing.events).map(({ entry, id, at }) => ({
      ...{ id, at, title: entry.title, date: entry.date }
    }))
  };
}

/** How many entries came in since then: as many as `whatCameIn` lists. */
export function countCameIn(
  {
    sources,
    positions,
    statements,
    actors,
    figures,
    events
  }: Pick<Briefing, 'sources' | 'positions' | 'statements' | 'actors' | 'figures' | 'events'>,
  isNew: Since
): number {
  const byId = ({ id }: { readonly id: Id }) => ({ id, at: momentOfId(id) });
  const recorded = ({ id, recordedAt: at }: { readonly id: Id; readonly recordedAt: Moment }) => ({
    id,
    at
  });
  return [
    sources.map(({ id, importedAt }) => ({ id, at: importedAt })),
    ...[positions, statements].map((list) => list.map(recorded)),
    ...[actors, figures, events].map((list) => list.map(byId))
  ].reduce((sum, list) => sum + list.filter(isNew).length, 0);
}
