/** What the register is after some changes to it. Pure but for the state that `apply` changes. */
import { maxLengths } from '../base/limits.js';
import type { Id } from '../base/values.js';
import {
  type BriefingCollection,
  mostInCollection,
  mostInRegister,
  type Register,
  type SavedSearch
} from '../ledger/register.js';
import { foldName } from '../text/fold-name.js';
import type { RegisterChange, Saying } from './register-change.js';
import type { LeftOut } from './replayed-state.js';
import { type KnownChanges, knewAll, type PlacedChange } from './team-change.js';

/** A change by its number. */
type Hand = Pick<PlacedChange, 'device' | 'n'>;

interface Collection {
  readonly id: Id;
  name: string;
  /** Each with the change that put it there last. */
  readonly members: Map<Id, Hand>;
  /** Those who made it, named it or put something there: who removes it has to have known them. */
  hands: KnownChanges;
  /** Who removed it last. */
  removedBy: Hand | null;
}

interface Search {
  readonly is: Omit<SavedSearch, 'id'>;
  readonly hands: KnownChanges;
}

/**
 * Changes have to come in the order in which they count. Of two names, and of what a thing is called, the
 * last word holds. What was removed stays, or comes back, where somebody who did not know that has put
 * something there: so of two people who do either, nobody’s work is lost.
 */
export class ReplayedRegister {
  readonly #joined = new Map<string, Register['joined'][number]>();
  readonly #parted = new Map<string, Register['parted'][number]>();
  readonly #collections = new Map<Id, Collection>();
  readonly #gone = new Map<Id, Collection>();
  /** Collections that were made under the name of one that was there, by somebody who did not know. */
  readonly #sameAs = new Map<Id, Id>();
  readonly #searches = new Map<Id, Search>();
  readonly leftOut: LeftOut[] = [];

  apply(change: RegisterChange): void {
    const fit = change.says.map((said) => this.#say(said, change));
    if (!fit.includes(false)) return;
    const { device, n, author, at } = change;
    const why = `${author || 'Somebody'} said more of names and collections than a library can hold. What is too much is left out for everybody; nothing else is lost.`;
    this.leftOut.push({ device, n, author, at, why });
  }

  get register(): Register {
    return {
      joined: [...this.#joined.values()],
      parted: [...this.#parted.values()],
      collections: toldApart(
        [...this.#collections.values()].map(({ id, name, members }): BriefingCollection => ({
          id,
          name,
          briefings: [...members.keys()]
        }))
      ),
      searches: toldApart(
        [...this.#searches].map(([id, { is }]) => ({
          id,
          ...is,
          collection: this.#living(is.collection)
        }))
      )
    };
  }

  /** Returns whether there was room for it. */
  #say(said: Saying, change: RegisterChange): boolean {
    if ('names' in said) return this.#sayOfNames(said);
    if ('name' in said) return this.#sayOfNameInBriefing(said);
    if ('search' in said) return this.#sayOfSearch(said, change);
    if ('briefing' in said) return this.#sayOfMember(said, change);
    return said.is === null
      ? this.#remove(said.collection, change)
      : this.#call(said.collection, said.is, change);
  }

  #sayOfNames({ names, are }: Extract<Saying, { names: unknown }>): boolean {
    const [kind, one, other] = names;
    const key = JSON.stringify(names);
    this.#joined.delete(key);
    this.#parted.delete(key);
    if (are === 'one') return put(this.#joined, key, { kind, one, other });
    return are === null || put(this.#parted, key, { kind, name: one, other, briefing: null });
  }

  #sayOfNameInBriefing(said: Extract<Saying, { name: unknown }>): boolean {
    const [kind, name] = said.name;
    const { briefing } = said;
    const key = JSON.stringify([kind, name, briefing]);
    if (said.isOther) return put(this.#parted, key, { kind, name, other: null, briefing });
    this.#parted.delete(key);
    return true;
  }

  #sayOfSearch(
    { search, is }: Extract<Saying, { search: unknown }>,
    change: RegisterChange
  ): boolean {
    const known = this.#searches.get(search);
    if (is) return put(this.#searches, search, { is, hands: withHand(known?.hands, change) });
    if (known && knewAll(change.base, known.hands)) this.#searches.delete(search);
    return true;
  }

  #sayOfMember(said: Extract<Saying, { isIn: unknown }>, change: RegisterChange): boolean {
    const id = this.#sameAs.get(said.collection) ?? said.collection;
    const found = this.#collections.get(id) ?? this.#gone.get(id);
    // Nobody made it, or there was no room for it.
    if (!found) return true;
    if (!said.isIn) {
      const last = found.members.get(said.briefing);
      if (last && knew(change, last)) found.members.delete(said.briefing);
      return true;
    }
    return (
      this.#touch(found, change) &&
      put(found.members, said.briefing, handOf(change), mostInCollection)
    );
  }

  #call(given: Id, name: string, change: RegisterChange): boolean {
    const id = this.#sameAs.get(given) ?? given;
    const found = this.#collections.get(id) ?? this.#gone.get(id);
    if (found) {
      if (!this.#touch(found, change)) return false;
      found.name = name;
      return true;
    }
    const namesake = [...this.#collections.values()].find(
      (each) => foldName(each.name) === foldName(name)
    );
    if (namesake) {
      this.#sameAs.set(id, namesake.id);
      return this.#touch(namesake, change);
    }
    const made = { id, name, members: new Map(), hands: withHand({}, change), removedBy: null };
    return put(this.#collections, id, made);
  }

  #remove(given: Id, change: RegisterChange): boolean {
    const id = this.#sameAs.get(given) ?? given;
    const found = this.#collections.get(id);
    if (!found || !knewAll(change.base, found.hands)) return true;
    found.removedBy = handOf(change);
    this.#collections.delete(id);
    this.#gone.set(id, found);
    return true;
  }

  /** Somebody works on it: it comes back if it was gone, and as it was if she did not know that. */
  #touch(collection: Collection, change: RegisterChange): boolean {
    const { id, removedBy, members, hands } = collection;
    collection.hands = withHand(hands, change);
    if (this.#collections.has(id)) return true;
    if (!put(this.#collections, id, collection)) return false;
    this.#gone.delete(id);
    if (removedBy && knew(change, removedBy)) members.clear();
    return true;
  }

  #living(collection: Id | null): Id | null {
    const id = collection && (this.#sameAs.get(collection) ?? collection);
    return id && this.#collections.has(id) ? id : null;
  }
}

/** What is there already goes on in its place. Returns whether there was room. */
function put<K, T>(all: Map<K, T>, key: K, value: T, most = mostInRegister): boolean {
  if (all.size >= most && !all.has(key)) return false;
  all.set(key, value);
  return true;
}

function handOf({ device, n }: Hand): Hand {
  return { device, n };
}

function withHand(hands: KnownChanges | undefined, { device, n }: Hand): KnownChanges {
  return { ...hands, [device]: n };
}

function knew({ base }: PlacedChange, { device, n }: Hand): boolean {
  return (base[device] ?? 0) >= n;
}

/** Two that were called the same by two people are numbered, so that each can be found. */
function toldApart<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  const taken = new Set<string>();
  return all.map((each) => {
    let { name } = each;
    for (let number = 2; taken.has(foldName(name)); number += 1) {
      const suffix = ` (${number})`;
      name = `${each.name.slice(0, maxLengths.tag - suffix.length).trim()}${suffix}`;
    }
    taken.add(foldName(name));
    return { ...each, name };
  });
}
