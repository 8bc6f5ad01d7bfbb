/**
 * Devices that write rows to a carrier as shared libraries do, without a library of their own: a large team
 * library comes about in minutes, and its rows are what many people would have written.
 */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import { currentSchema } from '../../src-main/domain/briefing/migrations.js';
import { SharedBriefing } from '../../src-main/domain/team/shared-briefing.js';
import type { Maker, TeamChange } from '../../src-main/domain/team/team-change.js';
import { disk } from '../../src-main/disk/file-system.js';
import type { Carrier, CarriedRow } from '../../src-main/team/carriers/carrier.js';
import { openCarrier } from '../../src-main/team/carriers/open-carrier.js';
import { Membership } from '../../src-main/team/membership.js';
import { sealFile } from '../../src-main/team/sealing/file.js';
import { topicOf } from '../../src-main/team/sealing/keyring.js';
import { readSecrets } from '../../src-main/team/secrets.js';
import { TeamFiles } from '../../src-main/team/team-files.js';
import { generateShared } from './generate-shared.js';

interface Writer {
  readonly membership: Membership;
  readonly carrier: Carrier;
  readonly waiting: CarriedRow[];
}

const rowsAtOnce = 100;
/** Briefings that a day’s edits are made in. */
const mostEdited = 50;

export class Writers {
  #writers: readonly Writer[] = [];
  /** The briefings that edits are made in. */
  #shared: SharedBriefing[] = [];
  #edits = 0;

  /** @param folders libraries that have joined and are closed; nothing else writes as their devices meanwhile */
  async open(folders: readonly string[]): Promise<void> {
    this.#writers = await Promise.all(
      folders.map(async (folder) => {
        const files = await TeamFiles.open(folder, disk);
        const secrets = await readSecrets(files);
        const membership = await Membership.open(files, secrets, () => new Date());
        const carrier = await openCarrier(secrets.address, { library: secrets.keyring.library });
        // Who the members are, and with what they seal.
        await all(membership.receive(carrier));
        return { membership, carrier, waiting: [] };
      })
    );
  }

  /** Briefings, each created by one device with its text, and edited by the next one. */
  async writeLibrary(count: number): Promise<void> {
    let number = 0;
    for (const { briefing, texts } of generateShared(count)) {
      const writer = this.#at(number);
      for (const text of Object.values(texts)) {
        const { keyring, epoch } = writer.membership;
        const { name, bytes } = sealFile(Buffer.from(text), keyring, epoch);
        await writer.carrier.putFile(name, bytes);
      }
      const created = this.#write(number, SharedBriefing.empty, briefing);
      const shared = this.#write(number + 1, created, withWord(briefing, number));
      if (this.#shared.length < mostEdited) this.#shared.push(shared);
      number += 1;
      if (number % rowsAtOnce === 0) await this.#deliver();
    }
    await this.#deliver();
  }

  /** Words typed by all devices in turn, in the first briefings of the library, each edit a row of its own. */
  async writeEdits(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      const index = i % this.#shared.length;
      const shared = this.#shared[index];
      if (!shared?.briefing) throw new Error('There is nothing to edit');
      this.#edits += 1;
      this.#shared[index] = this.#write(i, shared, withWord(shared.briefing, this.#edits));
      if (this.#edits % rowsAtOnce === 0) await this.#deliver();
    }
    await this.#deliver();
  }

  async close(): Promise<void> {
    for (const { membership, carrier } of this.#writers) {
      await membership.save();
      await carrier.close();
    }
    this.#writers = [];
    this.#shared = [];
  }

  #at(number: number): Writer {
    const writer = this.#writers[number % this.#writers.length];
    if (!writer) throw new Error('There are no writers');
    return writer;
  }

  #write(number: number, shared: SharedBriefing, after: Briefing): SharedBriefing {
    const { membership, waiting } = this.#at(number);
    const by: Maker = {
      device: membership.device,
      author: membership.secrets.person,
      at: new Date().toISOString()
    };
    const change = shared.changeTo(after, by);
    if (!change) throw new Error('Nothing was changed');
    const changes: readonly TeamChange[] = [change];
    const content = { kind: 'changes', schema: currentSchema, briefing: after.id, changes };
    waiting.push(membership.seal(content, topicOf(membership.keyring, 'briefing', after.id)));
    return shared.with(changes);
  }

  async #deliver(): Promise<void> {
    for (const { carrier, waiting } of this.#writers) {
      if (waiting.length > 0) await carrier.append(waiting.splice(0));
    }
  }
}

async function all(pages: AsyncIterable<unknown>): Promise<void> {
  for await (const page of pages) void page;
}

function withWord(briefing: Briefing, number: number): Briefing {
  const place = number % briefing.cards.length;
  return {
    ...briefing,
    cards: briefing.cards.map((card, index) =>
      index === place ? { ...card, body: `${card.body} word${number}` } : card
    )
  };
}
