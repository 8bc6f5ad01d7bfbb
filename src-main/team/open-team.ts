/** A shared library while it is open: exchanges with its carrier whenever there is something to exchange. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import { entriesById, isSameWork } from '../domain/briefing/same-work.js';
import type { TextHash } from '../domain/briefing/source.js';
import { type BriefingChanges, othersIn, type TeamState } from '../domain/program/team-state.js';
import { Turns } from '../disk/turns.js';
import { backOff } from './carriers/back-off.js';
import { parseAddress, placeOf } from './carriers/address.js';
import type { Carrier, FileProgress, Watch } from './carriers/carrier.js';
import { TeamCheckpoints } from './checkpoints.js';
import { Exchange } from './exchange.js';
import { HandOver } from './hand-over.js';
import { isShared } from './is-shared.js';
import { peopleOf } from './people.js';
import type { MemberContent } from './sealing/member-facts.js';
import type { OriginalTurn } from './shared-originals.js';
import { TeamActs } from './team-acts.js';

/** Milliseconds that an exchange has to end before it is broken off. */
const patience = 1_500;

/** What `Team` describes, beside what members do by hand. */
export class OpenTeam extends TeamActs {
  readonly #turns = new Turns();
  /** Briefings that may have been changed here since the last exchange. */
  readonly #dirty = new Set<Id>();
  #carrier: Carrier | null = null;
  #exchange: Exchange | null = null;
  #watch: Watch | null = null;
  #isAsked = false;
  #isGoingOn = false;
  #isClosed = false;
  #failures = 0;
  #timer: NodeJS.Timeout | null = null;
  #onChange: ((state: TeamState) => void) | null = null;
  #away: string | null = null;
  #fault: string | null = null;
  #waiting: ReadonlyMap<Id, string> = new Map();
  readonly #checkpoints = new TeamCheckpoints(this.needs, (work) =>
    this.#turns.run('carrier', async () => work(await this.#open()))
  );
  readonly #handOver = new HandOver(this.needs.originals, () => this.#tell());

  get state(): TeamState {
    const { membership, originals, register, now } = this.needs;
    const place = parseAddress(membership.secrets.address);
    const ofRegister = register.waiting === null ? [] : [register.waiting];
    const unsent = new Set([...this.#dirty, ...(this.#exchange?.unsentIds ?? [])]);
    return {
      ...peopleOf(membership, now().toISOString()),
      place: placeOf(place),
      isOnServer: place.kind === 'relay',
      unsent: unsent.size,
      originals: originals.unsent,
      waiting: [...new Set([...this.#waiting.values(), ...ofRegister, ...this.#handOver.waiting])],
      sharedAt: membership.sharedAt,
      away: this.#away,
      fault: this.#fault,
      isRegisterUnsent: register.isUnsent
    };
  }

  /** Finds what was changed while no exchange could know of it. */
  async findChanged(): Promise<void> {
    const { library, files, base, originals } = this.needs;
    const revisions = await library.revisions();
    for (const id of [...files.owed, ...files.aside]) this.#dirty.add(id);
    for (const id of await base.ids()) if (files.seen(id) === null) this.#dirty.add(id);
    for (const [id, revision] of revisions) {
      if (originals.isNew || files.seen(id) !== revision) this.#dirty.add(id);
    }
    for (const id of files.seenIds) {
      if (!revisions.has(id) && files.seen(id) !== 0) this.#dirty.add(id);
    }
  }

  async changesOf(id: Id): Promise<BriefingChanges> {
    const { library, shared, membership } = this.needs;
    const { briefing, known, hands } = (await shared.read(id)).shared;
    const here = entriesById((await library.open(id)).briefing);
    const there = briefing ? entriesById(briefing) : here;
    const ofOthers = [...hands].map(([entry, { first, last }]) => {
      // What is changed here and not shared yet was changed here last.
      const isOwn = !isSameWork(here.get(entry), there.get(entry));
      const [brought, changed] = [first, isOwn ? null : last].map((hand) =>
        hand && hand.device !== membership.device ? hand : null
      );
      return { id: entry, brought, changed };
    });
    return {
      known,
      last: ofOthers.flatMap(({ id: entry, changed }) => {
        if (!changed) return [];
        const { device, n, name, at } = changed;
        return [{ id: entry, device, n, by: { name, at } }];
      }),
      people: othersIn(this.state.people),
      brought: ofOthers.flatMap(({ id: entry, brought }) =>
        brought ? [{ id: entry, name: brought.name }] : []
      )
    };
  }

  changed(id: Id): void {
    this.#dirty.add(id);
    this.#ask();
  }

  registerChanged(): void {
    this.needs.register.changed();
    this.#ask();
  }

  protected withCarrier<T>(work: (carrier: Carrier) => Promise<T>): Promise<T> {
    return this.#turns.run('carrier', async () => work((await this.#open()).carrier));
  }

  async exchange(): Promise<TeamState> {
    await this.#turns.run('carrier', () => this.#exchangeOnce());
    const written = this.#waiting.size === 0 ? this.#checkpoints.write() : null;
    // Started, it goes on beside what it does for people.
    if (this.#onChange === null) await written;
    return this.state;
  }

  start(onChange: (state: TeamState) => void): void {
    this.#onChange = onChange;
    this.#ask();
  }

  handOverOriginals(onTurn?: OriginalTurn): Promise<number> {
    return this.needs.originals.handOver(onTurn);
  }

  fetchOriginal(hash: TextHash, onProgress?: FileProgress, stop?: AbortSignal) {
    return this.needs.originals.fetch(hash, onProgress, stop);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#watch?.close();
    this.#checkpoints.stop();
    await this.#handOver.close();
    const idle = this.#turns.idle();
    // What is under way may go on for a moment; what hangs is broken off, and goes on at the next start.
    await Promise.race([idle, sleep(patience, undefined, { ref: false })]);
    await this.#carrier?.close();
    await Promise.all([idle, this.#checkpoints.idle]);
    // When all was shared last is told at the next start, too.
    if (!(await isShared(this.needs.library.folder))) return;
    await this.needs.membership.save();
    await this.needs.files.tidy();
  }

  protected reopen(): Promise<void> {
    return this.#turns.run('carrier', async () => {
      this.#watch?.close();
      await this.#carrier?.close();
      [this.#watch, this.#carrier, this.#exchange] = [null, null, null];
      // What the exchange knew to be unsent.
      await this.findChanged();
    });
  }

  protected async say(content: MemberContent): Promise<void> {
    await this.#turns.run('carrier', async () => (await this.#open()).exchange.state(content));
    this.#tell();
  }

  /** Soon; while an exchange is under way, another follows it. */
  #ask(): void {
    this.#isAsked = true;
    if (this.#onChange === null || this.#isClosed || this.#isGoingOn) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    void this.#goOn();
  }

  async #goOn(): Promise<void> {
    this.#isGoingOn = true;
    while (this.#isAsked && !this.#isClosed) {
      this.#isAsked = false;
      try {
        await this.exchange();
        void this.#handOver.run();
        if (this.#exchange?.hasFaults) this.#askAfterFailure();
        else this.#failures = 0;
      } catch (error) {
        if (!(error instanceof ExpectedFailure)) console.error('An exchange broke off.', error);
        this.#askAfterFailure();
      }
      this.#tell();
    }
    this.#isGoingOn = false;
  }

  #askAfterFailure(): void {
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#ask(), backOff(this.#failures)).unref();
  }

  async #exchangeOnce(): Promise<void> {
    const dirty = new Set([...this.#dirty, ...this.#waiting.keys()]);
    this.#dirty.clear();
    try {
      const { exchange } = await this.#open();
      this.#waiting = await exchange.run(dirty);
      [this.#away, this.#fault] = [null, null];
      const isAll = exchange.unsentIds.length === 0 && !this.needs.register.isUnsent;
      if (isAll) this.needs.membership.noteShared(this.now());
    } catch (error) {
      for (const id of dirty) this.#dirty.add(id);
      const isExpected = error instanceof ExpectedFailure;
      this.#away = isExpected ? error.message : null;
      this.#fault = isExpected ? null : ownFault(error);
      throw error;
    }
  }

  async #open(): Promise<{ readonly carrier: Carrier; readonly exchange: Exchange }> {
    const { address, keyring } = this.own;
    this.#carrier ??= await this.needs.openCarrier(address, { library: keyring.library });
    const carrier = this.#carrier;
    this.#exchange ??= new Exchange({ ...this.needs, carrier });
    if (this.#onChange !== null && !this.#isClosed) {
      this.#watch ??= carrier.watch(
        () => this.#ask(),
        (why) => {
          this.#away = why.message;
          this.#tell();
        }
      );
    }
    return { carrier, exchange: this.#exchange };
  }

  #tell(): void {
    this.#onChange?.(this.state);
  }
}

function ownFault(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  return `Sharing met a fault of Standpoint’s own (${what}), and is tried again. Help › Log says what happened.`;
}
