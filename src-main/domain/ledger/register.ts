/**
 * What a person has said of the library as a whole: which names are one and which are two, and what
 * she has put together. Of the actors and issues themselves it holds nothing: they are the briefings'.
 * Over 300 lines because names, collections and searches are kept, taken back and united together.
 */
import { z } from '../base/zod.js';
import { Id, newId } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { foldName } from '../text/fold-name.js';

export const NameKind = z.enum(['actor', 'issue']);
export type NameKind = z.infer<typeof NameKind>;

/** As `foldName` makes it. */
export const Folded = z.string().max(2 * maxLengths.issue);

/** Two names, folded, that are one actor or one issue. */
const Joined = z.strictObject({ kind: NameKind, one: Folded, other: Folded }).readonly();
/** A name that is another's than its bearer's: of what goes by `other`, or of that name in `briefing`. */
const Parted = z
  .strictObject({
    kind: NameKind,
    name: Folded,
    other: Folded.nullable(),
    briefing: Id.nullable()
  })
  .readonly();

/** Briefings of a collection. */
export const mostInCollection = 20_000;

export const BriefingCollection = z
  .strictObject({
    id: Id,
    name: z.string().trim().min(1).max(maxLengths.tag),
    briefings: z.array(Id).max(mostInCollection).readonly()
  })
  .readonly();
export type BriefingCollection = z.infer<typeof BriefingCollection>;

export const SavedSearch = z
  .strictObject({
    id: Id,
    name: z.string().trim().min(1).max(maxLengths.tag),
    query: z.string().min(1).max(1_000),
    /** The collection that is searched; `null`: the whole library. */
    collection: Id.nullable().default(null)
  })
  .readonly();
export type SavedSearch = z.infer<typeof SavedSearch>;

/** Of each kind of what it says. */
export const mostInRegister = 10_000;
export const Register = z
  .strictObject({
    joined: z.array(Joined).max(mostInRegister).readonly(),
    parted: z.array(Parted).max(mostInRegister).readonly(),
    collections: z.array(BriefingCollection).max(mostInRegister).readonly(),
    searches: z.array(SavedSearch).max(mostInRegister).readonly()
  })
  .readonly();
export type Register = z.infer<typeof Register>;

export const emptyRegister: Register = { joined: [], parted: [], collections: [], searches: [] };

/** “These two are one.” What parted them before goes. */
export function joinNames(
  register: Register,
  kind: NameKind,
  names: readonly [string, string]
): Register {
  const [one, other] = inOrder(names.map(foldName) as [string, string]);
  if (one === other) return register;
  const parted = register.parted.filter(
    (each) => !(each.kind === kind && isPair(each.name, each.other, one, other))
  );
  const isKnown = new NameGroups(register, kind).groupOf(one).has(other);
  const joined = isKnown ? register.joined : [...register.joined, { kind, one, other }];
  return { ...register, joined, parted };
}

/** “These two are two.” What joined them before goes: of a chain of names, the links at `other`. */
export function partNames(
  register: Register,
  kind: NameKind,
  names: readonly [string, string]
): Register {
  const [name, other] = names.map(foldName) as [string, string];
  if (name === other) return register;
  const groups = new NameGroups(register, kind);
  const joined = groups.groupOf(name).has(other)
    ? register.joined.filter(
        (each) => !(each.kind === kind && (each.one === other || each.other === other))
      )
    : register.joined;
  const isKnown = groups.isApart(name, other);
  const [first, second] = inOrder([name, other]);
  const parted = isKnown
    ? register.parted
    : [...register.parted, { kind, name: first, other: second, briefing: null }];
  return { ...register, joined, parted };
}

/** In that briefing the name is somebody else's; said again, it is not. */
export function partInBriefing(
  register: Register,
  kind: NameKind,
  given: string,
  briefing: Id
): Register {
  const name = foldName(given);
  const others = register.parted.filter(
    (each) => !(each.kind === kind && each.name === name && each.briefing === briefing)
  );
  const isNew = others.length === register.parted.length;
  const parted = isNew ? [...others, { kind, name, other: null, briefing }] : others;
  return { ...register, parted };
}

/** What keeps names that are joined with this one from being wholly one with it. */
export function stillParted(register: Register, kind: NameKind, given: string): Register['parted'] {
  const group = new NameGroups(register, kind).groupOf(foldName(given));
  return register.parted.filter(
    (each) =>
      each.kind === kind && group.has(each.name) && (each.other === null || group.has(each.other))
  );
}

/** What is said of two names reads the same, whichever was named first. */
function inOrder([one, other]: readonly [string, string]): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

function isPair(a: string, b: string | null, one: string, other: string): boolean {
  return (a === one && b === other) || (a === other && b === one);
}

/** Which names, folded, the register takes for one. */
export class NameGroups {
  readonly #groups = new Map<string, Set<string>>();
  readonly #parted: Register['parted'];

  constructor({ joined, parted }: Pick<Register, 'joined' | 'parted'>, kind: NameKind) {
    this.#parted = parted.filter((each) => each.kind === kind);
    for (const { one, other } of joined.filter((each) => each.kind === kind)) {
      const all = new Set([...this.groupOf(one), ...this.groupOf(other)]);
      for (const each of all) this.#groups.set(each, all);
    }
  }

  /** The name itself and those that are joined to it. */
  groupOf(name: string): ReadonlySet<string> {
    return this.#groups.get(name) ?? new Set([name]);
  }

  /** One and the same for all names of a group: the first of them by the alphabet. */
  keyOf(name: string): string {
    let first = name;
    for (const each of this.groupOf(name)) if (each < first) first = each;
    return first;
  }

  /** As `keyOf`, of a name as it stands in a briefing, where it may be somebody else's. */
  keyIn(name: string, briefing: Id): string {
    const isOther = this.#parted.some((each) => each.name === name && each.briefing === briefing);
    return isOther ? `${name} ${briefing}` : this.keyOf(name);
  }

  /** Whether a person has said that the two are two. */
  isApart(one: string, other: string): boolean {
    return this.#parted.some((each) => isPair(each.name, each.other, one, other));
  }

  /** The names that are another's than these. */
  apartFrom(names: ReadonlySet<string>): ReadonlySet<string> {
    return new Set(
      this.#parted.flatMap(({ name, other }) => {
        if (other === null) return [];
        if (names.has(name)) return [other];
        return names.has(other) ? [name] : [];
      })
    );
  }

  /** The briefings in which a name is somebody else's, each with that name. */
  get partedInBriefings(): readonly { readonly name: string; readonly briefing: Id }[] {
    return this.#parted.flatMap(({ name, briefing }) => (briefing ? [{ name, briefing }] : []));
  }
}

/** An actor of the library's index. Names are folded. */
export interface NamedActor {
  readonly key: number;
  readonly main: string;
  /** All of them, the main one among them. */
  readonly names: readonly string[];
}

/**
 * The actors that the name means: that bear it or one joined to it, and that bear another name of these.
 * So “US” finds what another briefing says of the “United States”, if one knows both. The one place that
 * says so, for pages and for answers.
 * @param bearing the actors that bear one of the names.
 */
export function actorsOfName(
  name: string,
  groups: NameGroups,
  bearing: (names: ReadonlySet<string>) => readonly NamedActor[]
): { readonly actors: readonly NamedActor[]; readonly names: ReadonlySet<string> } {
  const seeds = groups.groupOf(name);
  const apart = groups.apartFrom(seeds);
  const known = (names: ReadonlySet<string>) =>
    bearing(names).filter(({ main }) => !apart.has(main));
  const names = new Set(
    [...seeds, ...known(seeds).flatMap((actor) => actor.names)]
      .filter((each) => !apart.has(each))
      .flatMap((each) => [...groups.groupOf(each)])
  );
  return { actors: known(names), names };
}

export function putInCollection(
  register: Register,
  name: string,
  briefings: readonly Id[]
): Register {
  const known = register.collections.find((each) => foldName(each.name) === foldName(name));
  if (!known) {
    const made = { id: newId(), name: name.trim(), briefings: [...briefings] };
    return { ...register, collections: [...register.collections, made] };
  }
  const all = new Set([...known.briefings, ...briefings]);
  return changeCollection(register, known.id, { briefings: [...all] });
}

export function takeFromCollection(register: Register, id: Id, briefings: readonly Id[]): Register {
  const known = register.collections.find((each) => each.id === id);
  const going = new Set(briefings);
  return known
    ? changeCollection(register, id, {
        briefings: known.briefings.filter((each) => !going.has(each))
      })
    : register;
}

/** The briefings stay. What was searched in it alone is searched in the whole library from then on. */
export function removeCollection(register: Register, id: Id): Register {
  return {
    ...register,
    collections: register.collections.filter((each) => each.id !== id),
    searches: register.searches.map((each) =>
      each.collection === id ? { ...each, collection: null } : each
    )
  };
}

export function changeCollection(
  register: Register,
  id: Id,
  change: Partial<BriefingCollection>
): Register {
  return {
    ...register,
    collections: register.collections.map((each) =>
      each.id === id ? { ...each, ...change } : each
    )
  };
}

/** Into the place of `replaced`, which keeps its id, and of one of the same name. */
export function saveSearch(
  register: Register,
  { name, query, collection }: Omit<SavedSearch, 'id'>,
  replaced: Id | null = null
): Register {
  const others = register.searches.filter(
    (each) => each.id !== replaced && foldName(each.name) !== foldName(name)
  );
  const saved = { id: replaced ?? newId(), name: name.trim(), query, collection };
  return { ...register, searches: [...others, saved] };
}

export function removeSearch(register: Register, id: Id): Register {
  return { ...register, searches: register.searches.filter((each) => each.id !== id) };
}

/** `now` without what led from `before` to `after`; what came since stays. */
export function takeBack(now: Register, before: Register, after: Register): Register {
  const back = <T>(
    key: keyof Register,
    nameOf: (each: T) => string,
    /** `null`: it is gone then. */
    without = (_now: T, earlier: T | undefined, _later: T): T | null => earlier ?? null
  ): T[] => {
    const [is, was, then] = [now, before, after].map(
      (each) => new Map((each[key] as readonly T[]).map((one) => [nameOf(one), one]))
    ) as [Map<string, T>, Map<string, T>, Map<string, T>];
    for (const [name, one] of then) {
      const earlier = was.get(name);
      const there = is.get(name);
      if (!there || JSON.stringify(earlier) === JSON.stringify(one)) continue;
      const left = without(there, earlier, one);
      if (left) is.set(name, left);
      else is.delete(name);
    }
    for (const [name, one] of was) if (!then.has(name)) is.set(name, one);
    return [...is.values()];
  };
  const idOf = ({ id }: { readonly id: Id }) => id;
  return {
    joined: back('joined', (each: Register['joined'][number]) => JSON.stringify(each)),
    parted: back('parted', (each: Register['parted'][number]) => JSON.stringify(each)),
    collections: back<BriefingCollection>('collections', idOf, collectionWithout),
    searches: back<SavedSearch>('searches', idOf)
  };
}

/** What somebody else has put there since stays, and so does a collection that was made for less. */
function collectionWithout(
  now: BriefingCollection,
  before: BriefingCollection | undefined,
  after: BriefingCollection
): BriefingCollection | null {
  const [had, got, has] = [before, after, now].map((each) => new Set(each?.briefings)) as [
    Set<Id>,
    Set<Id>,
    Set<Id>
  ];
  const briefings = [
    ...[...had].filter((each) => has.has(each) || !got.has(each)),
    ...now.briefings.filter((each) => !had.has(each) && !got.has(each))
  ];
  if (!before && briefings.length === 0) return null;
  const isNamed = before && before.name !== after.name && now.name === after.name;
  return { ...now, name: isNamed ? before.name : now.name, briefings };
}

/** What two registers say together; where both have one of a name, ours. */
export function uniteRegisters(ours: Register, theirs: Register): Register {
  const withoutOurs = <T>(own: readonly T[], other: readonly T[], nameOf: (each: T) => string) => {
    const names = new Set(own.map(nameOf));
    return [...own, ...other.filter((each) => !names.has(nameOf(each)))];
  };
  const says = (each: object) => JSON.stringify(each);
  let united: Register = {
    joined: withoutOurs(ours.joined, theirs.joined, says),
    parted: withoutOurs(ours.parted, theirs.parted, says),
    collections: ours.collections,
    searches: ours.searches
  };
  const named = (name: string) =>
    united.collections.find((each) => foldName(each.name) === foldName(name))?.id ?? null;
  for (const { name, briefings } of theirs.collections) {
    united = putInCollection(united, name, briefings);
  }
  // Their collections have other ids here.
  const searches = theirs.searches.map((each) => {
    const inside = theirs.collections.find(({ id }) => id === each.collection);
    return { ...each, collection: inside ? named(inside.name) : null };
  });
  return {
    ...united,
    searches: withoutOurs(ours.searches, searches, ({ name }) => foldName(name))
  };
}
