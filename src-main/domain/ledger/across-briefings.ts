/** Who holds what over many briefings, which name actors and issues each in its own way. */
import { z } from '../base/zod.js';
import { Stance } from '../briefing/entries.js';
import { NameGroups, NameKind, type Register } from './register.js';
import { counted } from '../text/joined-words.js';
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
    /** What `issue` says is the whole wording, and no other issue is meant that has these words. */
    isWording: z.boolean(),
    /** Held on that day, so no denial of it; `null` for every stance and denial. */
    stance: Stance.nullable(),
    /** `null`: as last known. */
    asOf: PartialDate.nullable(),
    /** Only in this briefing, and of the bearer that the name has there; `null`: in all. */
    briefing: Id.nullable(),
    /** Only in briefings of this collection; `null`: in all. */
    collection: Id.nullable(),
    /** Only in briefings that a search for this finds; empty: in all. */
    search: z.string().max(1_000)
  })
  .readonly();
export type AcrossQuery = z.infer<typeof AcrossQuery>;

/** For every position that the library knows; what is asked narrows it down. */
export const everyPosition: AcrossQuery = {
  actor: null,
  issue: null,
  isWording: false,
  stance: null,
  asOf: null,
  briefing: null,
  collection: null,
  search: ''
};

export const AcrossPosition = z
  .strictObject({
    briefing: z.strictObject({ id: Id, title: z.string() }).readonly(),
    /** The same number for all positions of one actor in the answer, by whatever names it goes. */
    who: z.int(),
    position: ReportedPosition
  })
  .readonly();
export type AcrossPosition = z.infer<typeof AcrossPosition>;

/** By which names briefings have an actor or an issue. */
const KnownNames = z
  .strictObject({
    kind: NameKind,
    /** By which it was asked for. */
    name: z.string(),
    /** That of most briefings first. */
    names: z.array(z.strictObject({ name: z.string(), briefings: z.int() }).readonly()).readonly(),
    /** Briefings that name it and hold no position of it, or on it, on any day; the latest change first. */
    mentions: z.array(AcrossPosition.unwrap().shape.briefing).readonly(),
    /** How many there are, also beyond `mentions`. */
    mentioned: z.int()
  })
  .readonly();
export type KnownNames = z.infer<typeof KnownNames>;

/** What the library's index says to a query. */
export const AcrossAnswer = z
  .strictObject({
    /** Latest first, undated ones last. */
    positions: z.array(AcrossPosition).readonly(),
    /** How many there are, and of how many actors, also beyond `positions`. */
    total: z.int(),
    actors: z.int(),
    /** Of the one actor, or the issue by its whole wording, that is asked about; `null` where none is. */
    known: KnownNames.nullable(),
    /** How far the index is behind: it has read `read` of `of` briefings. `null`: not at all. */
    reading: z.strictObject({ read: z.int(), of: z.int() }).readonly().nullable()
  })
  .readonly();
export type AcrossAnswer = z.infer<typeof AcrossAnswer>;

export interface AcrossGroup {
  /** As the first of its positions has it. */
  readonly name: string;
  readonly positions: readonly AcrossPosition[];
}

/** By who holds them, as the answer says who is one, or by what they are about, as the register does; in the order of their first positions. */
export function groupAcross(
  found: readonly AcrossPosition[],
  kind: NameKind,
  said: Pick<Register, 'joined' | 'parted'>
): readonly AcrossGroup[] {
  const names = new NameGroups(said, kind);
  const groups = new Map<string, { readonly name: string; readonly positions: AcrossPosition[] }>();
  for (const each of found) {
    const { actor, issue } = each.position;
    const name = kind === 'actor' ? actor.name : issue.wording;
    const key = kind === 'actor' ? `${each.who}` : names.keyIn(foldName(name), each.briefing.id);
    const group = groups.get(key) ?? { name, positions: [] };
    group.positions.push(each);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const Reading = AcrossAnswer.unwrap().shape.reading;

/** A sentence on what an answer lacks; empty where the whole library was read. */
export function unreadInWords(reading: AcrossAnswer['reading']): string {
  if (!reading) return '';
  return `Only ${reading.read} of ${counted(reading.of, 'briefing')} have been read so far.`;
}

/** One matrix over many briefings. */
export const MatrixQuery = z
  .strictObject({
    briefings: z.array(Id).max(20_000).readonly(),
    /** `null`: as last known. */
    asOf: PartialDate.nullable()
  })
  .readonly();
export type MatrixQuery = z.infer<typeof MatrixQuery>;

export const LibraryMatrix = z
  .strictObject({
    /** Those with most positions first. */
    actors: z.array(z.string()).readonly(),
    issues: z.array(z.string()).readonly(),
    /** How many more there are that are not shown. */
    more: z.strictObject({ actors: z.int(), issues: z.int() }).readonly(),
    /** Each for the places of its actor and issue in the lists; empty cells are left out. */
    cells: z
      .array(
        z
          .strictObject({
            actor: z.int(),
            issue: z.int(),
            /** What was said last goes first; each stance once. Empty where there are but denials. */
            stances: z.array(Stance).readonly(),
            /** Whether two that are in force in one briefing contradict each other; `null`: none do. */
            dispute: z.enum(['contested', 'open']).nullable(),
            /** The first day of the latest one; `null` when undated. */
            since: z.string().nullable(),
            positions: z.int()
          })
          .readonly()
      )
      .readonly(),
    reading: Reading
  })
  .readonly();
export type LibraryMatrix = z.infer<typeof LibraryMatrix>;
