/** Which changes are known: those whose whole base is here. The others wait. Pure. */
import { HistoryNeeded } from './history-needed.js';
import type { LeftOut } from './replayed-state.js';
import {
  byLamport,
  type KnownChanges,
  type PlacedChange,
  type PlaceInOrder,
  type TeamChange
} from './team-change.js';

/** The changes of one device, in their numbers. */
export interface DeviceChanges<C extends PlacedChange = TeamChange> {
  /** How many of the first are folded into the checkpoint, with the number and place of the last one that had a place. */
  readonly folded: number;
  readonly last: Pick<PlaceInOrder, 'n' | 'lamport'> | null;
  readonly changes: readonly C[];
  /** Beside each, the greatest place that one up to it has. */
  readonly lamports: readonly number[];
}
export type Slots<C extends PlacedChange = TeamChange> = ReadonlyMap<string, DeviceChanges<C>>;

export interface Admitted<C extends PlacedChange = TeamChange> {
  readonly slots: Slots<C>;
  readonly accepted: readonly C[];
  readonly refused: readonly LeftOut[];
  readonly waiting: readonly C[];
}

export function knownIn(slots: Slots<PlacedChange>): KnownChanges {
  return Object.fromEntries(
    [...slots].map(([device, { folded, changes }]) => [device, folded + changes.length])
  );
}

/** The greatest place of all; 0 where there are none. */
export function greatestLamport(slots: Slots<PlacedChange>): number {
  return Math.max(0, ...[...slots.values()].map(lastLamport));
}

function lastLamport({ lamports, last }: DeviceChanges<PlacedChange>): number {
  return lamports.at(-1) ?? last?.lamport ?? 0;
}

/** All that is known, as if it had been folded into one state. */
export function foldedSlots(slots: Slots): Slots {
  return new Map(
    [...slots].map(([device, { folded, last, changes, lamports }]) => {
      const lamport = lamports.at(-1);
      const n = folded + 1 + lamports.indexOf(lamport ?? -1);
      return [
        device,
        {
          folded: folded + changes.length,
          last: lamport === undefined || lamport === last?.lamport ? last : { n, lamport },
          changes: [],
          lamports: []
        }
      ] as const;
    })
  );
}

/** `after` is the last change that the checkpoint holds. Throws `HistoryNeeded` where one counts before it. */
export function admit<C extends PlacedChange>(
  slots: Slots<C>,
  waiting: readonly C[],
  after: PlaceInOrder | null
): Admitted<C> {
  const admitting = new Admitting(slots, after);
  for (const change of waiting) admitting.take(change);
  return admitting.result();
}

class Admitting<C extends PlacedChange> {
  readonly #slots = new Map<
    string,
    DeviceChanges<C> & { readonly changes: C[]; readonly lamports: number[] }
  >();
  readonly #accepted: C[] = [];
  readonly #refused: LeftOut[] = [];
  /** Those that wait, by the change that they wait for. */
  readonly #parked = new Map<string, C[]>();

  constructor(
    private readonly before: Slots<C>,
    private readonly after: PlaceInOrder | null
  ) {}

  result(): Admitted<C> {
    return {
      slots: new Map([...this.before, ...this.#slots]),
      accepted: this.#accepted,
      refused: this.#refused,
      waiting: [...this.#parked.values()].flat()
    };
  }

  take(first: C): void {
    const ready = [first];
    for (let change = ready.pop(); change; change = ready.pop()) {
      const missing = this.#missing(change);
      if (missing !== null) {
        const parked = this.#parked.get(missing);
        if (parked) parked.push(change);
        else this.#parked.set(missing, [change]);
        continue;
      }
      if (this.#count(change.device) >= change.n) continue;
      this.#fill(change);
      const key = `${change.device} ${change.n}`;
      ready.push(...(this.#parked.get(key) ?? []));
      this.#parked.delete(key);
    }
  }

  /** Something that it knew and that is not here; `null`: all is here. */
  #missing({ base }: C): string | null {
    for (const [device, n] of Object.entries(base)) {
      if (this.#count(device) < n) return `${device} ${n}`;
    }
    return null;
  }

  #count(device: string): number {
    const found = this.#of(device);
    return found ? found.folded + found.changes.length : 0;
  }

  #of(device: string): DeviceChanges<C> | undefined {
    return this.#slots.get(device) ?? this.before.get(device);
  }

  #fill(change: C): void {
    const why = this.#whyRefused(change);
    if (why === null && this.after && byLamport(change, this.after) < 0) throw new HistoryNeeded();
    const { device, n, author, at, lamport } = change;
    const found = this.#slots.get(device) ?? this.#copyOf(device);
    this.#slots.set(device, found);
    found.lamports.push(why === null ? lamport : lastLamport(found));
    found.changes.push(change);
    if (why === null) this.#accepted.push(change);
    else this.#refused.push({ device, n, author, at, why });
  }

  #copyOf(device: string) {
    const { folded = 0, last = null, changes = [], lamports = [] } = this.before.get(device) ?? {};
    return { folded, last, changes: [...changes], lamports: [...lamports] };
  }

  /** Its place is one more than the greatest that it knew: else whoever came last could take any. */
  #whyRefused({ author, base, lamport }: C): string | null {
    let most = 0;
    let perhaps = 0;
    for (const [device, n] of Object.entries(base)) {
      const found = this.#of(device);
      if (!found) continue;
      const { folded, last, lamports } = found;
      if (n > folded) most = Math.max(most, lamports[n - folded - 1] ?? 0);
      else if (last && n >= last.n) most = Math.max(most, last.lamport);
      // Folded away: less than what came later.
      else if (last) perhaps = Math.max(perhaps, last.lamport - 1);
    }
    if (lamport === most + 1 && most >= perhaps) return null;
    if (lamport > most && lamport <= perhaps + 1) throw new HistoryNeeded();
    return `A change by ${author || 'somebody'} claims a place in the order that it cannot have. It is left out for everybody; nothing else is lost.`;
  }
}
