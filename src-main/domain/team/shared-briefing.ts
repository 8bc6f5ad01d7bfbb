/**
 * One briefing of a team library as all its known changes make it: the same for every order in which
 * they arrive, since they count in one order everywhere.
 */
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import {
  admit,
  foldedSlots,
  greatestLamport,
  knownIn,
  type Admitted,
  type Slots
} from './admit-changes.js';
import { editBetween } from './edit-between.js';
import { asShared, decodeState, encodeState, readShared } from './encode-state.js';
import { HistoryNeeded } from './history-needed.js';
import { replayChange } from './replay-change.js';
import { isOfTexts } from './resolve-edit.js';
import { type LeftOut, ReplayedState } from './replayed-state.js';
import { thinned, type Snapshot } from './snapshots.js';
import {
  byLamport,
  type KnownChanges,
  knewAll,
  type Maker,
  type TeamChange
} from './team-change.js';
import type { Hand } from './trace.js';
import { WrittenTexts } from './written-texts.js';

/** A state is kept at least so often while many changes are applied at once. */
const snapshotEvery = 64;

type Parts = Omit<Admitted, 'accepted'> & {
  /** In the order in which they count. */
  readonly changes: readonly TeamChange[];
  /** From the checkpoint, or from nothing, to the state as it is. */
  readonly snapshots: readonly [Snapshot, ...Snapshot[]];
};

/** An immutable value. */
export class SharedBriefing {
  static readonly empty = new SharedBriefing(
    beginning(new ReplayedState(), new Map()),
    new WrittenTexts()
  );

  readonly #parts: Parts;
  readonly #texts: WrittenTexts;

  private constructor(parts: Parts, texts: WrittenTexts) {
    this.#parts = parts;
    this.#texts = texts;
  }

  /**
   * Those that are known already are passed over; those whose base is not here yet wait inside. Throws
   * `HistoryNeeded`, and nothing else, where a change counts before the checkpoint that this began with:
   * then give it `withHistory`.
   */
  with(changes: readonly TeamChange[]): SharedBriefing {
    const parts = this.#parts;
    const known = this.known;
    const keyOf = ({ device, n }: TeamChange) => `${device} ${n}`;
    const all = new Map(parts.waiting.map((change) => [keyOf(change), change]));
    for (const change of changes) {
      const isKnown = (known[change.device] ?? 0) >= change.n;
      if (!isKnown && !all.has(keyOf(change))) all.set(keyOf(change), change);
    }
    if (all.size === parts.waiting.length) return this;
    const { start } = this;
    const { slots, accepted, waiting, refused } = admit(parts.slots, [...all.values()], start.last);
    const told = { slots, waiting, refused: [...parts.refused, ...refused] };
    // Two briefings may have entries of one id, and numbers are those of one briefing.
    const texts = parts.slots.size === 0 ? new WrittenTexts() : this.#texts;
    const replayed = accepted.length > 0 && this.#replayed(slots, accepted, texts);
    return new SharedBriefing({ ...parts, ...told, ...replayed }, texts);
  }

  /** As if nothing had been folded: `changes` are all that there are, of which some may be known. */
  withHistory(changes: readonly TeamChange[]): SharedBriefing {
    const { slots, waiting } = this.#parts;
    const own = [...slots.values()].flatMap((of) => of.changes);
    const whole = SharedBriefing.empty.with([...changes, ...own, ...waiting]);
    // What is known must not become less, as where a carrier keeps something back.
    if (!knewAll(whole.known, this.known)) throw new HistoryNeeded();
    return whole;
  }

  /** As it was with only the changes that `known` counts, and those that are folded. */
  at(known: KnownChanges): SharedBriefing {
    const folded: Slots = new Map(
      [...this.#parts.slots].flatMap(([device, slot]) =>
        slot.folded > 0 ? [[device, { ...slot, changes: [], lamports: [] }] as const] : []
      )
    );
    const counted = this.changes.filter(({ device, n }) => n <= (known[device] ?? 0));
    return new SharedBriefing(beginning(this.start, folded), this.#texts).with(counted);
  }

  /** `null`: nobody has created it yet. */
  get briefing(): Briefing | null {
    return this.#state.briefing;
  }

  get isBinned(): boolean {
    return this.#state.isBinned;
  }

  /** Waiting ones are not counted. */
  get known(): KnownChanges {
    return knownIn(this.#parts.slots);
  }

  /** Who wrote an entry first and changed it last, by its id; that of the briefing for its own fields. `null`: only a merge did. */
  get hands(): ReadonlyMap<Id, { readonly first: Hand | null; readonly last: Hand | null }> {
    const traces = [...this.#state.traces];
    return new Map(traces.map(([id, { wrote, last }]) => [id, { first: wrote[0] ?? null, last }]));
  }

  /** How many changes wait for others that they rest on. */
  get waiting(): number {
    return this.#parts.waiting.length;
  }

  /** Whether changes were folded into a checkpoint, so that some may ask for `withHistory`. */
  get isFolded(): boolean {
    return [...this.#parts.slots.values()].some(({ folded }) => folded > 0);
  }

  /** Changes that do not fit, and were left out for everybody: each with a sentence. */
  get leftOut(): readonly LeftOut[] {
    return [...this.#state.leftOut, ...this.#parts.refused];
  }

  /** All changes that are not folded into a checkpoint, in their order. Without waiting ones. */
  get changes(): readonly TeamChange[] {
    return this.#parts.changes;
  }

  /**
   * The change that makes this state into `after`, which is mended first where it contradicts itself; `null`
   * where it holds the same, whenever it was changed.
   */
  changeTo(after: Briefing, by: Maker): TeamChange | null {
    const before = this.briefing;
    if (!before) return this.#change(by, { create: mendBriefing(after).briefing });
    const edit = editBetween(before, after, this.#state);
    if (!edit) return null;
    const sound = isOfTexts(edit) ? after : mendBriefing(after).briefing;
    const mended = sound === after ? edit : editBetween(before, sound, this.#state);
    return mended && this.#change(by, { edit: mended });
  }

  /** `null` where it is in the bin already, or nobody has created it. */
  binChange(by: Maker): TeamChange | null {
    return this.briefing && !this.isBinned ? this.#change(by, { bin: true }) : null;
  }

  /** `null` where it is not in the bin. */
  restoreChange(by: Maker): TeamChange | null {
    return this.isBinned ? this.#change(by, { restore: true }) : null;
  }

  /** All folded into one state: what joining begins with. Waiting ones still wait. */
  checkpoint(): SharedBriefing {
    const state = this.#state.copy();
    state.leftOut = this.leftOut;
    const parts = beginning(state, foldedSlots(this.#parts.slots));
    return new SharedBriefing({ ...parts, waiting: this.#parts.waiting }, this.#texts);
  }

  /** With all but about the last `kept` changes folded, so that one that comes a little late needs no history. */
  folded(kept: number): SharedBriefing {
    const count = this.changes.length - kept;
    if (count <= 0) return this;
    const known: Record<string, number> = {};
    for (const { device, n } of this.changes.slice(0, count)) {
      known[device] = Math.max(known[device] ?? 0, n);
    }
    try {
      const short = this.at(known).checkpoint();
      return short.with([...this.changes.slice(count), ...this.#parts.waiting]);
    } catch (error) {
      if (!(error instanceof HistoryNeeded)) throw error;
      // One of those that are kept cites what only the others can tell.
      return this.checkpoint();
    }
  }

  /** JSON that `decode` reads. */
  encode(): unknown {
    const { slots, waiting, changes } = this.#parts;
    const own = [...slots.values()].flatMap((of) => of.changes);
    return {
      format: 1,
      folded: Object.fromEntries(
        [...slots].flatMap(([device, { folded, last }]) =>
          folded ? [[device, [folded, last]]] : []
        )
      ),
      start: encodeState(this.start),
      // All of them, since what is left out is told anew.
      changes: [...own, ...waiting],
      state: changes.length > 0 ? encodeState(this.#state) : null
    };
  }

  /**
   * Throws an `ExpectedFailure` where the JSON is not what `encode` made.
   * @param isSound nothing has touched it since it was decoded before
   */
  static decode(json: unknown, isSound = false): SharedBriefing {
    const { folded, start, changes, state } = isSound ? asShared(json) : readShared(json);
    const first = decodeState(start);
    const slots: Slots = new Map(
      Object.entries(folded).map(([device, [count, last]]) => [
        device,
        { folded: count, last, changes: [], lamports: [] }
      ])
    );
    const begun = beginning(first, slots);
    if (!state) return new SharedBriefing(begun, new WrittenTexts()).with(changes);
    const { accepted, ...told } = admit(slots, changes, first.last);
    const parts = {
      ...told,
      changes: accepted.toSorted(byLamport),
      snapshots: [begun.snapshots[0], { count: accepted.length, state: decodeState(state) }]
    } as const;
    return new SharedBriefing({ ...parts, snapshots: [...parts.snapshots] }, new WrittenTexts());
  }

  private get start(): ReplayedState {
    return this.#parts.snapshots[0].state;
  }

  get #state(): ReplayedState {
    return (this.#parts.snapshots.at(-1) ?? this.#parts.snapshots[0]).state;
  }

  #change({ device, author, at }: Maker, what: TeamChange['what']): TeamChange {
    const { slots } = this.#parts;
    const base = this.known;
    const n = (base[device] ?? 0) + 1;
    return { device, n, author, at, lamport: greatestLamport(slots) + 1, base, what };
  }

  /** Goes back to the last state before the first of the changes, and from there on applies all. */
  #replayed(
    slots: Slots,
    accepted: readonly TeamChange[],
    texts: WrittenTexts
  ): Pick<Parts, 'changes' | 'snapshots'> {
    const added = accepted.toSorted(byLamport);
    const { changes: there, snapshots } = this.#parts;
    let place = there.length;
    for (const first = added[0]; first && place > 0; place -= 1) {
      const before = there[place - 1];
      if (before && byLamport(before, first) < 0) break;
    }
    const changes = [
      ...there.slice(0, place),
      ...[...there.slice(place), ...added].sort(byLamport)
    ];
    const kept = snapshots.filter(({ count }) => count <= place);
    const last = kept.at(-1) ?? snapshots[0];
    const state = last.state.copy();
    const made: Snapshot[] = [];
    const sources = {
      start: this.start,
      isFolded: ([device, n]: readonly [string, number]) => (slots.get(device)?.folded ?? 0) >= n,
      find: ([device, n]: readonly [string, number]) => {
        const found = slots.get(device);
        return found?.changes[n - found.folded - 1] ?? null;
      }
    };
    for (let count = last.count; count < changes.length; count += 1) {
      const change = changes[count];
      if (!change) break;
      replayChange(state, change, (at, writer) => texts.find(sources, state, at, change, writer));
      const done = count + 1;
      if (done % snapshotEvery === 0 && done < changes.length) {
        made.push({ count: done, state: state.copy() });
      }
    }
    made.push({ count: changes.length, state });
    const [first, ...more] = thinned([...kept, ...made]);
    return { changes, snapshots: [first ?? snapshots[0], ...more] };
  }
}

function beginning(state: ReplayedState, slots: Slots): Parts {
  return { slots, waiting: [], refused: [], changes: [], snapshots: [{ count: 0, state }] };
}
