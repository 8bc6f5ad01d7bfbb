/**
 * One exchange with the carrier: what others wrote is read, opened and brought into the library; what was
 * done here is sealed and handed over. Broken off anywhere, the next one goes on. Over 300 lines because
 * each step has to say what becomes of the others when it fails.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import type { TeamChange } from '../domain/team/team-change.js';
import type { BaseFiles } from './base-files.js';
import { beginWithCheckpoint } from './begin-with-checkpoint.js';
import type { CarriedRow, Carrier } from './carriers/carrier.js';
import type { CheckpointRow } from './checkpoint-parts.js';
import { type ChangesContent, changesIn, briefingHistory } from './changes-in.js';
import { Delivery, type SentRows } from './delivery.js';
import { inPool } from './in-pool.js';
import { topicOf } from './sealing/keyring.js';
import type { MemberContent } from './sealing/member-facts.js';
import { kindOfContent, openWholeRows } from './sealing/row.js';
import type { Membership } from './membership.js';
import { type Inventory, type LocalLibrary, settleBriefing } from './settle-briefing.js';
import type { SharedFiles } from './shared-files.js';
import type { SharedOriginals } from './shared-originals.js';
import { SharedTexts } from './shared-texts.js';
import { type Parcel, readRow, storeRow, type TeamFiles } from './team-files.js';
import type { TeamRegister } from './team-register.js';
import { unsentChanges } from './unsent-changes.js';

export interface ExchangeNeeds {
  readonly library: LocalLibrary;
  readonly carrier: Carrier;
  readonly files: TeamFiles;
  readonly shared: SharedFiles;
  readonly base: BaseFiles;
  readonly sentRows: SentRows;
  readonly originals: SharedOriginals;
  readonly register: TeamRegister;
  readonly membership: Membership;
  readonly now: () => Date;
}

/** Briefings from which on it is cheaper to list what the library holds than to look for each. */
const many = 32;

export class Exchange {
  readonly #needs: ExchangeNeeds;
  readonly #texts: SharedTexts;
  readonly #unsent = new Set<Id>();
  /** Briefings that waited for something when an exchange broke off. */
  readonly #left = new Set<Id>();
  /** Briefings that met an error which nobody foresaw when they were settled last. */
  readonly #faulty = new Set<Id>();
  readonly #delivery: Delivery;
  /** Whether it was looked if the carrier holds all that it was given. */
  #isChecked = false;

  constructor(needs: ExchangeNeeds) {
    this.#needs = needs;
    const { membership } = needs;
    this.#texts = new SharedTexts(needs);
    this.#delivery = new Delivery({
      ...needs,
      device: membership.device,
      count: () => membership.count(membership.device),
      onLost: (rows) => this.#handOverFilesOf(rows)
    });
  }

  /** Briefings with changes that the carrier does not have. */
  get unsentIds(): readonly Id[] {
    return [...new Set([...this.#unsent, ...this.#faulty])];
  }

  /** Whether a briefing is set aside because of an error, which may be gone when it is tried again. */
  get hasFaults(): boolean {
    return this.#faulty.size > 0;
  }

  /**
   * Only one at a time. `dirty` names the briefings that may have changed here since the last exchange.
   * Returns the briefings that wait for something that the carrier does not have yet, each with why.
   * Rejects where library or carrier cannot be had; what came about until then stays.
   */
  async run(dirty: Iterable<Id>): Promise<ReadonlyMap<Id, string>> {
    const waiting = new Map<Id, string>();
    try {
      await this.#run(new Set([...dirty, ...this.#left]), waiting);
      this.#left.clear();
      return waiting;
    } catch (error) {
      // What they wait for is asked for again, though no row tells of them any more.
      for (const id of waiting.keys()) this.#left.add(id);
      // Rows that were taken in, and not settled, are to be read again.
      await this.#needs.membership.rollBack();
      throw error;
    }
  }

  async #run(dirty: Iterable<Id>, waiting: Map<Id, string>): Promise<void> {
    const { membership, carrier, files, register } = this.#needs;
    await this.#deliver();
    if (!this.#isChecked) await this.#delivery.sendLost();
    this.#isChecked = true;
    // Where the list of what was read is lost, all rows are read: what is kept of briefings may be older.
    if (!membership.isBegun && files.seenIds.length === 0) await this.#begin(waiting);
    let [isSetBack, isNews] = [false, false];
    for await (const page of membership.receive(carrier)) {
      isSetBack ||= page.isSetBack;
      isNews = page.isNews;
      await register.take(page.rows);
      await this.#settleAll(changesIn(page.rows, membership), waiting);
    }
    if (isSetBack) await this.#delivery.sendLost();
    if (isSetBack) this.#needs.originals.doubtCarried();
    const open = [...dirty].filter((id) => !waiting.has(id));
    await this.#settleAll(new Map(open.map((id) => [id, []])), waiting);
    await register.settle(carrier);
    for (; await this.#pack(waiting); isNews = false) await this.#deliver();
    // With what was handed over, it was saved already.
    if (isNews) await membership.save();
  }

  /** What was read for the first time goes on from a checkpoint, where there is one. */
  async #begin(waiting: Map<Id, string>): Promise<void> {
    const { base, membership, register } = this.#needs;
    const begun = await beginWithCheckpoint(this.#needs);
    if (!begun) return;
    await register.readAnew();
    const changes = new Map(changesIn(begun.rows, membership));
    for (const id of await base.ids()) if (!changes.has(id)) changes.set(id, []);
    await this.#settleAll(changes, waiting);
    await membership.save();
  }

  /** Says something about members. */
  state(content: MemberContent): Promise<void> {
    return this.#say(() => this.#needs.membership.sealFact(content));
  }

  /** That a checkpoint is there. */
  name(checkpoint: CheckpointRow): Promise<void> {
    const { membership } = this.#needs;
    return this.#say(() => membership.seal(checkpoint, membership.topicOfCheckpoints));
  }

  async #say(seal: () => CarriedRow): Promise<void> {
    const { files, membership } = this.#needs;
    await this.#deliver();
    try {
      await files.write('parcel', { rows: [storeRow(seal())], sent: [] } satisfies Parcel);
    } catch (error) {
      await membership.reload();
      throw error;
    }
    await this.#deliver();
  }

  async #settleAll(
    changes: ReadonlyMap<Id, readonly TeamChange[]>,
    waiting: Map<Id, string>
  ): Promise<void> {
    const inventory = changes.size < many ? null : await this.#takeInventory();
    await inPool(changes, ([id, of]) => this.#settle(id, of, waiting, inventory));
  }

  async #takeInventory(): Promise<Inventory> {
    const { library } = this.#needs;
    const [revisions, binned] = await Promise.all([library.revisions(), library.binned()]);
    return { here: new Set(revisions.keys()), binned };
  }

  async #settle(
    id: Id,
    changes: readonly TeamChange[],
    waiting: Map<Id, string>,
    inventory: Inventory | null
  ): Promise<void> {
    const { files } = this.#needs;
    await files.touch(id);
    try {
      await this.#settleOrThrow(id, changes, inventory);
    } catch (error) {
      // The rows are not read again, so what they brought is kept, or its history is read.
      await this.#keepWaiting(id, changes).catch(() => files.setAside(id));
      if (error instanceof ExpectedFailure) waiting.set(id, error.message);
      else await this.#setAside(id, error, waiting);
    }
  }

  async #settleOrThrow(id: Id, changes: readonly TeamChange[], inventory: Inventory | null) {
    const { files, shared, membership, carrier, base } = this.#needs;
    const history = files.aside.has(id) ? await briefingHistory(id, carrier, membership) : [];
    const settled = await settleBriefing(id, [...history, ...changes], {
      ...this.#needs,
      files: shared,
      device: membership.device,
      author: membership.secrets.person,
      inventory,
      fetchText: (hash) => this.#texts.fetch(hash),
      fetchHistory: (of) => briefingHistory(of, carrier, membership),
      onDisagreement: (of) =>
        membership.tell(
          `The briefing “${of}” came to this library as ${base.by ?? 'a member'}’s program had summed it up, and its changes make another one. What the changes make counts from now on. If that surprises you, ask ${base.by ?? 'that member'}.`
        )
    });
    if (settled.revision > 0) await this.#texts.putOwed(id);
    if (settled.unsent > 0) this.#unsent.add(id);
    else {
      await files.markSeen(id, settled.revision);
      await shared.tidy(id);
    }
    await files.goesOn(id);
    this.#faulty.delete(id);
  }

  async #keepWaiting(id: Id, changes: readonly TeamChange[]): Promise<void> {
    const { shared, membership } = this.#needs;
    const record = await shared.read(id);
    const isKept = ({ device, n }: TeamChange) =>
      n <= (record.shared.known[device] ?? 0) ||
      record.late.some((each) => each.device === device && each.n === n);
    const fresh = changes.filter((change) => !isKept(change));
    if (fresh.length > 0) await shared.add(id, { changes: fresh });
    // What was done here waits for nothing.
    if ((record.shared.known[membership.device] ?? 0) > record.sent) this.#unsent.add(id);
  }

  /** One briefing must not keep the others from being shared. It is tried again at each exchange. */
  async #setAside(id: Id, error: unknown, waiting: Map<Id, string>): Promise<void> {
    console.error(`Sharing the briefing ${id} met an error.`, error);
    this.#faulty.add(id);
    this.#unsent.delete(id);
    const opened = await this.#needs.library.open(id).catch(() => null);
    const what = error instanceof Error ? error.message : String(error);
    waiting.set(
      id,
      `The briefing “${opened?.briefing.title ?? id}” is not shared for now: that met a fault of Standpoint’s own (${what}). All others go on; what you write in it is saved here, and it is tried again. Help › Log says what happened.`
    );
  }

  /** Seals what the carrier lacks, and keeps it as a parcel. False where it lacks nothing. */
  async #pack(waiting: Map<Id, string>): Promise<boolean> {
    const { files, membership, shared, register } = this.#needs;
    const setAside = (id: Id, error: unknown) => this.#setAside(id, error, waiting);
    const found = await unsentChanges(this.#unsent, shared, membership.device, setAside);
    const failed = new Set<Id>();
    await inPool(found, async ({ id, changes }) => {
      try {
        await this.#texts.putBefore(id, changes);
      } catch (error) {
        if (!(error instanceof ExpectedFailure)) await setAside(id, error);
        // What already waits, as a briefing that is damaged here, keeps nothing else back.
        else if (!waiting.has(id)) throw error;
        failed.add(id);
      }
    });
    const unsent = found.filter(({ id }) => !failed.has(id));
    try {
      const rows = [...(await membership.chores()), ...register.seal()];
      const sent: [Id, number][] = [];
      for (const { id, changes } of unsent) {
        const what = { kind: 'changes', schema: currentSchema, briefing: id } as const;
        const content: ChangesContent = { ...what, changes };
        rows.push(membership.seal(content, topicOf(membership.keyring, 'briefing', id)));
        const last = changes.at(-1);
        if (!last) continue;
        sent.push([id, last.n]);
        membership.noteChange(last.device, last.at);
      }
      if (rows.length === 0) return false;
      await files.write('parcel', { rows: rows.map(storeRow), sent } satisfies Parcel);
      return true;
    } catch (error) {
      // Rows that nobody will ever see must not stand in the chain.
      await membership.reload();
      throw error;
    }
  }

  /** The texts of the briefings that own rows are about; originals follow. */
  async #handOverFilesOf(rows: readonly CarriedRow[]): Promise<void> {
    const { membership, originals } = this.#needs;
    this.#texts.doubtCarried();
    originals.doubtCarried();
    const whole = openWholeRows(rows, membership.keyring, membership.members.publicKeyOf);
    const own = whole.filter((row) => kindOfContent(row) === 'changes');
    for (const id of changesIn(own, membership).keys()) await this.#texts.put(id);
  }

  /** Gives the carrier the parcel that is there. */
  async #deliver(): Promise<void> {
    const { files, shared, membership, register } = this.#needs;
    const parcel = await this.#delivery.parcel();
    if (!parcel) return;
    const rows = parcel.rows.map(readRow);
    membership.claim(rows);
    await this.#delivery.handOver(rows);
    await register.sent(rows);
    await inPool(parcel.sent, async ([id, n]) => {
      try {
        const { held } = await shared.add(id, { sent: n });
        this.#unsent.delete(id);
        if (held) await files.markSeen(id, held.revision);
      } catch {
        // Settling it tells of that; what is sent twice counts once.
        await files.touch(id);
      }
    });
    await membership.save();
    await files.removeParcel();
  }
}
