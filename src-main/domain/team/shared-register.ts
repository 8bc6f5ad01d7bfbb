/**
 * The register of a team library as all its known changes make it: the same for every order in which they
 * arrive, since they count in one order everywhere. They are few and small, so none is ever folded.
 */
import type { Register } from '../ledger/register.js';
import { admit, type Admitted, greatestLamport, knownIn } from './admit-changes.js';
import { mostSaid, type RegisterChange, saidBetween } from './register-change.js';
import { ReplayedRegister } from './replay-register.js';
import type { LeftOut } from './replayed-state.js';
import { byLamport, knewAll, type KnownChanges, type Maker } from './team-change.js';

type Parts = Omit<Admitted<RegisterChange>, 'accepted'> & {
  /** Those that have a place in the order, in any. */
  readonly accepted: readonly RegisterChange[];
};

/** An immutable value. */
export class SharedRegister {
  static readonly empty = new SharedRegister({
    slots: new Map(),
    accepted: [],
    refused: [],
    waiting: []
  });

  readonly #parts: Parts;
  #replayed: ReplayedRegister | null = null;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Those that are known already are passed over; those whose base is not here yet wait inside. */
  with(changes: readonly RegisterChange[]): SharedRegister {
    const fresh = this.newOf(changes);
    if (fresh.length === 0) return this;
    const { slots, waiting, accepted, refused } = this.#parts;
    const told = admit(slots, [...waiting, ...fresh], null);
    return new SharedRegister({
      ...told,
      accepted: [...accepted, ...told.accepted],
      refused: [...refused, ...told.refused]
    });
  }

  /** Those that are neither known nor waiting, each once. */
  newOf(changes: readonly RegisterChange[]): readonly RegisterChange[] {
    const { known } = this;
    const keyOf = ({ device, n }: RegisterChange) => `${device} ${n}`;
    const there = new Set(this.#parts.waiting.map(keyOf));
    return changes.filter((change) => {
      if (change.n <= (known[change.device] ?? 0) || there.has(keyOf(change))) return false;
      there.add(keyOf(change));
      return true;
    });
  }

  /** As it was with only the changes that `known` counts. */
  at(known: KnownChanges): SharedRegister {
    if (knewAll(known, this.known)) return this;
    const all = [...this.#parts.slots.values()].flatMap(({ changes }) => changes);
    return SharedRegister.empty.with(all.filter(({ device, n }) => n <= (known[device] ?? 0)));
  }

  get register(): Register {
    return this.#state.register;
  }

  /** Waiting ones are not counted. */
  get known(): KnownChanges {
    return knownIn(this.#parts.slots);
  }

  /** How many changes wait for others that they rest on. */
  get waiting(): number {
    return this.#parts.waiting.length;
  }

  /** Changes that were left out for everybody, wholly or in part: each with a sentence. */
  get leftOut(): readonly LeftOut[] {
    return [...this.#state.leftOut, ...this.#parts.refused];
  }

  /** Of one device, in their numbers. Without waiting ones. */
  changesOf(device: string): readonly RegisterChange[] {
    return this.#parts.slots.get(device)?.changes ?? [];
  }

  /** The changes that make this register into `after`; none where it says the same. */
  changesTo(after: Register, { device, author, at }: Maker): readonly RegisterChange[] {
    const said = saidBetween(this.register, after);
    const { known } = this;
    const first = { n: (known[device] ?? 0) + 1, lamport: greatestLamport(this.#parts.slots) + 1 };
    return Array.from({ length: Math.ceil(said.length / mostSaid) }, (_, turn) => ({
      device,
      n: first.n + turn,
      author,
      at,
      lamport: first.lamport + turn,
      base: first.n + turn === 1 ? known : { ...known, [device]: first.n + turn - 1 },
      says: said.slice(turn * mostSaid, (turn + 1) * mostSaid)
    }));
  }

  get #state(): ReplayedRegister {
    if (this.#replayed) return this.#replayed;
    const state = new ReplayedRegister();
    for (const change of this.#parts.accepted.toSorted(byLamport)) state.apply(change);
    return (this.#replayed = state);
  }
}
