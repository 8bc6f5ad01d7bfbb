/** Who holds what over many briefings, which name actors and issues each in its own way. */
import { z } from '../base/zod.js';
import { type Actor, Stance } from '../briefing/entries.js';
import type { Briefing } from '../briefing/briefing.js';
import { foldName } from '../text/fold-name.js';
import { Id, PartialDate } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { ReportedPosition, reportCells } from './position-report.js';

export const AcrossQuery = z
  .strictObject({
    /** A name or an alias; `null` for every actor. */
    actor: z.string().min(1).max(maxLengths.actor).nullable(),
    /** Some words of it; `null` for every issue. */
    issue: z.string().min(1).max(maxLengths.issue).nullable(),
    /** Held on that day; `null` for every stance. */
    stance: Stance.nullable(),
    /** `null`: as last known. */
    asOf: PartialDate.nullable()
  })
  .readonly();
export type AcrossQuery = z.infer<typeof AcrossQuery>;

export const AcrossPosition = z
  .strictObject({
    briefing: z.strictObject({ id: Id, title: z.string() }).readonly(),
    position: ReportedPosition
  })
  .readonly();
export type AcrossPosition = z.infer<typeof AcrossPosition>;

/**
 * The names, folded, by which an actor goes in the briefings: those of every actor that bears `name`
 * itself. So “US” finds what another briefing says of the “United States”, if one knows both.
 */
export function knownNames(name: string, actors: Iterable<Actor>): ReadonlySet<string> {
  const wanted = foldName(name);
  const known = new Set([wanted]);
  for (const actor of actors) {
    const names = [actor.name, ...actor.aliases].map(foldName);
    if (names.includes(wanted)) for (const each of names) known.add(each);
  }
  return known;
}

/** What one briefing says to the query; `names` come from `knownNames`, and are unused without an actor. */
export function positionsIn(
  briefing: Briefing,
  query: AcrossQuery,
  names: ReadonlySet<string>
): readonly AcrossPosition[] {
  const actors = new Set(
    briefing.actors
      .filter(({ name, aliases }) => [name, ...aliases].some((each) => names.has(foldName(each))))
      .map(({ id }) => id)
  );
  const words = query.issue === null ? [] : foldName(query.issue).split(' ');
  return reportCells(briefing, query.asOf)
    .filter(({ actor }) => query.actor === null || actors.has(actor.id))
    .filter(({ stance }) => query.stance === null || stance === query.stance)
    .filter(({ issue }) => words.every((word) => foldName(issue.wording).includes(word)))
    .map((position) => ({ briefing: { id: briefing.id, title: briefing.title }, position }));
}

/** Latest first, undated ones last; on one day by briefing. */
export function sortAcross(found: readonly AcrossPosition[]): readonly AcrossPosition[] {
  const day = ({ position }: AcrossPosition) => position.since ?? '';
  return found.toSorted(
    (a, b) => day(b).localeCompare(day(a)) || a.briefing.id.localeCompare(b.briefing.id)
  );
}

interface AcrossActor {
  /** As the first of its positions has it. */
  readonly name: string;
  readonly positions: readonly AcrossPosition[];
}

/** By who holds them, in the order of their first positions. Spellings of one name are one actor. */
export function byActor(found: readonly AcrossPosition[]): readonly AcrossActor[] {
  const groups = new Map<string, { readonly name: string; readonly positions: AcrossPosition[] }>();
  for (const each of found) {
    const { name } = each.position.actor;
    const group = groups.get(foldName(name)) ?? { name, positions: [] };
    group.positions.push(each);
    groups.set(foldName(name), group);
  }
  return [...groups.values()];
}
