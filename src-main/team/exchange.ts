/**
 * One exchange with the carrier: what others wrote is read, opened and brought into the library; what was
 * done here is sealed and handed over. Broken off anywhere, the next one goes on.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import { Id } from '../domain/base/values.js';
import { z } from '../domain/base/zod.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import type { TextHash } from '../domain/briefing/source.js';
import { readTeamChange, type TeamChange } from '../domain/team/team-change.js';
import type { Carrier } from './carriers/carrier.js';
import { fileNameOf, openSealedFile, sealFile } from './sealing/file.js';
import { topicOf } from './sealing/keyring.js';
import type { MemberContent } from './sealing/member-facts.js';
import { shortDevice } from './sealing/row-fault.js';
import type { OpenedRow } from './sealing/row.js';
import type { Membership } from './membership.js';
import { type LocalLibrary, settleBriefing } from './settle-briefing.js';
import type { SharedFiles } from './shared-files.js';
import { Parcel, readRow, storeRow, type TeamFiles } from './team-files.js';

export interface ExchangeNeeds {
  readonly library: LocalLibrary;
  readonly carrier: Carrier;
  readonly files: TeamFiles;
  readonly shared: SharedFiles;
  readonly membership: Membership;
  readonly now: () => Date;
}

interface Unsent {
  readonly id: Id;
  readonly changes: readonly TeamChange[];
}

/** UTF-16 units of changes that are handed over at once. */
const parcelSize = 1024 * 1024;

const Content = z.strictObject({
  kind: z.literal('changes'),
  /** Of briefings, as their changer knew it. */
  schema: z.int().positive(),
  briefing: Id,
  changes: z.array(z.unknown()).min(1).readonly()
});

export class Exchange {
  readonly #needs: ExchangeNeeds;
  /** Texts that the carrier is known to hold. */
  readonly #texts = new Set<TextHash>();
  readonly #unsent = new Set<Id>();

  constructor(needs: ExchangeNeeds) {
    this.#needs = needs;
  }

  /** Briefings with changes that the carrier does not have. */
  get unsentIds(): readonly Id[] {
    return [...this.#unsent];
  }

  /**
   * Only one at a time. `dirty` names the briefings that may have changed here since the last exchange.
   * Returns the briefings that wait for something that the carrier does not have yet, each with why.
   * Rejects where library or carrier cannot be had; what came about until then stays.
   */
  async run(dirty: Iterable<Id>): Promise<ReadonlyMap<Id, string>> {
    const { membership, carrier } = this.#needs;
    const waiting = new Map<Id, string>();
    await this.#deliver();
    try {
      for await (const rows of membership.receive(carrier)) {
        for (const [id, changes] of this.#changesIn(rows)) await this.#settle(id, changes, waiting);
      }
    } catch (error) {
      // Rows that did not get as far as the disk must be read again.
      await membership.reload();
      throw error;
    }
    for (const id of dirty) if (!waiting.has(id)) await this.#settle(id, [], waiting);
    while (await this.#pack()) await this.#deliver();
    return waiting;
  }

  /** Says something about members. */
  async state(content: MemberContent): Promise<void> {
    const { files, membership } = this.#needs;
    await this.#deliver();
    try {
      const rows = [membership.sealFact(content)].map(storeRow);
      await files.write('parcel', { rows, sent: [] } satisfies Parcel);
    } catch (error) {
      await membership.reload();
      throw error;
    }
    await this.#deliver();
  }

  #changesIn(rows: readonly OpenedRow[]): ReadonlyMap<Id, readonly TeamChange[]> {
    const { membership } = this.#needs;
    const found = new Map<Id, TeamChange[]>();
    for (const { head, content } of rows) {
      const read = Content.safeParse(content);
      if (!read.success) {
        membership.tell(
          `Row ${head.n} of device ${shortDevice(head.device)} is of a kind that this Standpoint does not know. Update Standpoint; nothing here was changed by it.`
        );
        continue;
      }
      const { briefing, changes } = read.data;
      for (const each of changes) {
        const change = readTeamChange(each);
        if (!change.ok) membership.tell(change.error.message);
        // A device speaks for itself alone.
        else if (change.value.device === head.device) {
          found.set(briefing, [...(found.get(briefing) ?? []), change.value]);
          membership.noteChange(head.device, change.value.at);
        }
      }
    }
    return found;
  }

  async #settle(id: Id, changes: readonly TeamChange[], waiting: Map<Id, string>): Promise<void> {
    const { files, shared } = this.#needs;
    await files.touch(id);
    try {
      const settled = await settleBriefing(id, changes, {
        ...this.#needs,
        files: shared,
        device: this.#needs.membership.device,
        author: this.#needs.membership.secrets.person,
        fetchText: (hash) => this.#fetchText(hash)
      });
      if (settled.unsent > 0) this.#unsent.add(id);
      else await files.markSeen(id, settled.revision);
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      // The rows are not read again, so what they brought is kept first.
      const { known } = (await shared.read(id)).shared;
      const fresh = changes.filter(({ device, n }) => n > (known[device] ?? 0));
      if (fresh.length > 0) await shared.add(id, { changes: fresh });
      waiting.set(id, error.message);
    }
  }

  async #fetchText(hash: TextHash): Promise<string> {
    const { carrier, membership } = this.#needs;
    const bytes = await carrier.getFile(fileNameOf(membership.keyring, hash));
    if (bytes === null) {
      throw new ExpectedFailure(
        'text-not-here',
        `The text of a source (${hash.slice(0, 8)}) has not arrived yet. What was changed with it waits; what you have stays as it is.`
      );
    }
    this.#texts.add(hash);
    // Not TextDecoder, which would drop a byte order mark and shift every offset.
    return Buffer.from(openSealedFile(bytes, hash, membership.keyring)).toString('utf8');
  }

  /** Seals what the carrier lacks, and keeps it as a parcel. False where it lacks nothing. */
  async #pack(): Promise<boolean> {
    const { files, membership } = this.#needs;
    const unsent = await this.#unsentChanges();
    for (const { id, changes } of unsent) await this.#handOverTexts(id, changes);
    try {
      const rows = [...(await membership.chores())];
      const sent: [Id, number][] = [];
      for (const { id, changes } of unsent) {
        const content = {
          kind: 'changes',
          schema: currentSchema,
          briefing: id,
          changes
        } satisfies z.input<typeof Content>;
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

  /** As many as go into one parcel, and those of one briefing whole. */
  async #unsentChanges(): Promise<readonly Unsent[]> {
    const { shared, membership } = this.#needs;
    const found: Unsent[] = [];
    let size = 0;
    for (const id of this.#unsent) {
      if (size > parcelSize) break;
      const record = await shared.read(id);
      const changes = record.shared.changes.filter(
        ({ device, n }) => device === membership.device && n > record.sent
      );
      if (changes.length === 0) continue;
      found.push({ id, changes });
      size += JSON.stringify(changes).length;
    }
    return found;
  }

  /** Before the row that names them, so that whoever reads it finds them. */
  async #handOverTexts(id: Id, own: readonly TeamChange[]): Promise<void> {
    const { library, carrier, membership } = this.#needs;
    const bringsSources = own.some(
      ({ what }) => !('bin' in what) && !('edit' in what && !what.edit.lists?.sources)
    );
    if (!bringsSources || own.some(({ what }) => 'bin' in what)) return;
    const { texts } = await library.open(id);
    for (const [hash, text] of Object.entries(texts)) {
      if (this.#texts.has(hash)) continue;
      const { name, bytes } = sealFile(Buffer.from(text), membership.keyring, membership.epoch);
      await carrier.putFile(name, bytes);
      this.#texts.add(hash);
    }
  }

  /** Gives the carrier the parcel that is there. */
  async #deliver(): Promise<void> {
    const { files, carrier, shared, membership } = this.#needs;
    const parcel = await files.read('parcel', Parcel);
    if (!parcel) return;
    const rows = parcel.rows.map(readRow);
    membership.claim(rows);
    await carrier.append(rows);
    for (const [id, n] of parcel.sent) {
      const { held } = await shared.add(id, { sent: n });
      this.#unsent.delete(id);
      if (held) await files.markSeen(id, held.revision);
    }
    await membership.save();
    await files.removeParcel();
  }
}
