/** Who holds what over many briefings, which name actors and issues each in its own way. */
import { z } from '../base/zod.js';
import { Stance } from '../briefing/entries.js';
import { foldName } from '../text/fold-name.js';
import { Id, PartialDate } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { ReportedPosition } from './position-report.js';

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

/** What the library's index says to a query. */
export const AcrossAnswer = z
  .strictObject({
    /** Latest first, undated ones last. */
    positions: z.array(AcrossPosition).readonly(),
    /** How many there are, and of how many actors, also beyond `positions`. */
    total: z.int(),
    actors: z.int(),
    /** How far the index is behind: it has read `read` of `of` briefings. `null`: not at all. */
    reading: z.strictObject({ read: z.int(), of: z.int() }).readonly().nullable()
  })
  .readonly();
export type AcrossAnswer = z.infer<typeof AcrossAnswer>;

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
