/** What one device said of the library as a whole, as it travels to the others of a team. Pure. */
import { Id } from '../base/values.js';
import { fail, type Result } from '../base/result.js';
import { z } from '../base/zod.js';
import {
  BriefingCollection,
  Folded,
  NameKind,
  type Register,
  SavedSearch
} from '../ledger/register.js';
import {
  knewOwnChanges,
  knewTooLittle,
  type PlacedChange,
  placedShape,
  readChange
} from './team-change.js';

/** Two names are one, or two, or nothing is said of them any more. The first comes first by the alphabet. */
const OfNames = z
  .strictObject({
    names: z.tuple([NameKind, Folded, Folded]).readonly(),
    are: z.enum(['one', 'two']).nullable()
  })
  .refine(({ names: [, one, other] }) => one < other, { error: 'its names are not in their order' })
  .readonly();
/** In a briefing a name is somebody else's, or is not any more. */
const OfNameInBriefing = z
  .strictObject({
    name: z.tuple([NameKind, Folded]).readonly(),
    briefing: Id,
    isOther: z.boolean()
  })
  .readonly();
/** How a collection is called; `null`: it is removed. */
const OfCollection = z
  .strictObject({ collection: Id, is: BriefingCollection.unwrap().shape.name.nullable() })
  .readonly();
const OfMember = z.strictObject({ collection: Id, briefing: Id, isIn: z.boolean() }).readonly();
/** `null`: it is removed. */
const OfSearch = z
  .strictObject({ search: Id, is: SavedSearch.unwrap().omit({ id: true }).readonly().nullable() })
  .readonly();

export const Saying = z.union([OfNames, OfNameInBriefing, OfCollection, OfMember, OfSearch]);
export type Saying = z.infer<typeof Saying>;

/** What one change says at most. */
export const mostSaid = 1_000;

export interface RegisterChange extends PlacedChange {
  readonly says: readonly Saying[];
}
export const RegisterChange: z.ZodType<RegisterChange> = z
  .strictObject({ ...placedShape, says: z.array(Saying).min(1).max(mostSaid).readonly() })
  .refine(knewOwnChanges, knewTooLittle)
  .readonly();

/** A change as it came in, of which nothing is trusted. */
export function readRegisterChange(json: unknown): Result<RegisterChange> {
  // Looking through each of them would take its time.
  const says: unknown = (json as { readonly says?: unknown } | null)?.says;
  if (Array.isArray(says) && says.length > mostSaid) {
    return fail(
      'damaged-change',
      'A change of another device says more of names and collections at once than any Standpoint does. It was left out; what you have stays as it is.'
    );
  }
  return readChange(RegisterChange, json);
}

/** All that has to be said to make `before` into `after`; nothing where they differ in their order alone. */
export function saidBetween(before: Register, after: Register): readonly Saying[] {
  return [
    ...between(
      pairsIn(before),
      pairsIn(after),
      ({ names, are }) => ({ names, are }),
      ({ names }) => ({ names, are: null })
    ),
    ...between(
      partedIn(before),
      partedIn(after),
      (each) => ({ ...each, isOther: true }),
      (each) => ({ ...each, isOther: false })
    ),
    ...saidOfCollections(before, after),
    ...between(
      byId(before.searches),
      byId(after.searches),
      ({ id, ...is }) => ({ search: id, is }),
      ({ id }) => ({ search: id, is: null })
    )
  ];
}

/** Whether two registers hold the same, in whatever order. */
export function saySame(one: Register, other: Register): boolean {
  return saidBetween(one, other).length === 0;
}

function between<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  put: (value: T) => Saying,
  remove: (value: T) => Saying
): readonly Saying[] {
  const isNew = ([key, value]: readonly [string, T]) =>
    JSON.stringify(before.get(key)) !== JSON.stringify(value);
  return [
    ...[...before].filter(([key]) => !after.has(key)).map(([, value]) => remove(value)),
    ...[...after].filter(isNew).map(([, value]) => put(value))
  ];
}

type Pair = z.infer<typeof OfNames>;

/** What was said of each two names. Where both was said, they are two. */
function pairsIn({ joined, parted }: Register): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  const put = (kind: NameKind, a: string, b: string | null, are: Pair['are']) => {
    if (b === null || a === b) return;
    const names = a < b ? ([kind, a, b] as const) : ([kind, b, a] as const);
    pairs.set(JSON.stringify(names), { names, are });
  };
  for (const { kind, one, other } of joined) put(kind, one, other, 'one');
  for (const { kind, name, other } of parted) put(kind, name, other, 'two');
  return pairs;
}

function partedIn({ parted }: Register) {
  return new Map(
    parted.flatMap(({ kind, name, briefing }) =>
      briefing === null
        ? []
        : [
            [
              JSON.stringify([kind, name, briefing]),
              { name: [kind, name] as const, briefing }
            ] as const
          ]
    )
  );
}

function saidOfCollections(before: Register, after: Register): readonly Saying[] {
  const [was, is] = [byId(before.collections), byId(after.collections)];
  const gone = before.collections.filter(({ id }) => !is.has(id));
  return [
    ...gone.map(({ id }): Saying => ({ collection: id, is: null })),
    ...after.collections.flatMap(({ id: collection, name, briefings }): readonly Saying[] => {
      const old = was.get(collection);
      const [had, has] = [new Set(old?.briefings), new Set(briefings)];
      const said = (isIn: boolean) => (briefing: Id) => ({ collection, briefing, isIn });
      return [
        ...(old?.name === name ? [] : [{ collection, is: name }]),
        ...[...had].filter((each) => !has.has(each)).map(said(false)),
        ...[...has].filter((each) => !had.has(each)).map(said(true))
      ];
    })
  ];
}

function byId<T extends { readonly id: Id }>(all: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(all.map((each) => [each.id, each]));
}
