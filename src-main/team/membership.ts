/**
 * Who this library is to the others: its keys, its members, and how far their rows have been read. It
 * opens what the carrier hands out, seals what goes there, and does what members owe each other.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import { z } from '../domain/base/zod.js';
import type { Carrier, Cursor, CarriedRow } from './carriers/carrier.js';
import { Chains } from './sealing/chains.js';
import type { Keyring } from './sealing/keyring.js';
import { gapsIn } from './gaps.js';
import { topicOfMembers } from './sealing/keyring.js';
import { admitDevice, makeEpoch, passOn } from './sealing/member-acts.js';
import type { MemberContent } from './sealing/member-facts.js';
import { Members } from './sealing/members.js';
import { type Identities, identitiesOf, readMembers } from './sealing/read-members.js';
import { RowFault, type RowFaultCode } from './sealing/row-fault.js';
import { type OpenedRow, openRow, openRows, sealRow } from './sealing/row.js';
import { refuseNewer } from './refuse-newer.js';
import { type Secrets, writeSecrets } from './secrets.js';
import { readRow, StoredRow, storeRow, type TeamFiles } from './team-files.js';

const Place = z.strictObject({
  cursor: z.string().nullable(),
  chains: z.unknown(),
  members: z.unknown(),
  /** Rows that cannot be taken in yet. */
  waiting: z.array(StoredRow),
  /** When each device last changed something, by its own clock. */
  changedAt: z.record(z.string(), z.string()),
  faults: z.array(z.string()),
  /** When nothing of this library was left to share. */
  sharedAt: z.string().nullable()
});

/** Rows whose key, whose device or whose predecessor may still come, or whose program. */
const mayStillCount: ReadonlySet<RowFaultCode> = new Set([
  'no-key',
  'unknown-device',
  'gap',
  'newer-program',
  'removed'
]);

/** Of these nothing is told: they are the way of things. */
const isQuiet: ReadonlySet<RowFaultCode> = new Set(['no-key', 'unknown-device', 'gap']);

/** Sentences about rows, and rows that wait: no carrier can make a file grow without an end. */
const mostFaults = 50;
const mostWaiting = 20_000;

export class Membership {
  readonly #files: TeamFiles;
  readonly #now: () => Date;
  #secrets: Secrets;
  #chains = new Chains();
  #members: Members;
  #cursor: Cursor | null = null;
  #waiting: readonly CarriedRow[] = [];
  #changedAt: Readonly<Record<string, string>> = {};
  #faults: readonly string[] = [];
  #sharedAt: string | null = null;

  private constructor(files: TeamFiles, secrets: Secrets, now: () => Date) {
    this.#files = files;
    this.#now = now;
    this.#secrets = secrets;
    this.#members = Members.of(secrets.keyring.library, secrets.founder);
  }

  /** With what was read of the others so far; where that is lost, it is read again. */
  static async open(files: TeamFiles, secrets: Secrets, now: () => Date): Promise<Membership> {
    const membership = new Membership(files, secrets, now);
    await membership.reload();
    return membership;
  }

  /** Goes back to what was saved last. */
  async reload(): Promise<void> {
    const place = await this.#files.read('place', Place);
    const { keyring, founder } = this.#secrets;
    this.#chains = place ? Chains.decode(place.chains) : new Chains();
    this.#members = place ? Members.decode(place.members) : Members.of(keyring.library, founder);
    this.#cursor = place?.cursor ?? null;
    this.#waiting = place?.waiting.map(readRow) ?? [];
    this.#changedAt = place?.changedAt ?? {};
    this.#faults = place?.faults ?? [];
    this.#sharedAt ??= place?.sharedAt ?? null;
  }

  get device(): string {
    return this.#secrets.keys.device;
  }

  get secrets(): Secrets {
    return this.#secrets;
  }

  get keyring(): Keyring {
    return this.#secrets.keyring;
  }

  get members(): Members {
    return this.#members;
  }

  /** When a device last changed something, by its own clock; `null` for never. */
  changedAt(device: string): string | null {
    return this.#changedAt[device] ?? null;
  }

  /** What was found of rows that do not count, and what others have and the carrier has not handed out. */
  get faults(): readonly string[] {
    const concerns = this.#members.state.concerns.map(({ message }) => message);
    const missing = this.#chains.faults().map(({ message }) => message);
    const gaps = gapsIn(this.#waiting, (device) => this.count(device));
    return [...new Set([...concerns, ...missing, ...gaps, ...this.#faults])];
  }

  tell(sentence: string): void {
    this.#faults = [...new Set([sentence, ...this.#faults])].slice(0, mostFaults);
  }

  /** How many rows of the device were verified here. */
  count(device: string): number {
    return this.#chains.count(device);
  }

  /** With which to seal. Throws where this library has no key that those who left cannot read. */
  get epoch(): string {
    const epoch = this.#members.currentEpoch(this.keyring);
    if (epoch !== null) return epoch;
    throw new ExpectedFailure(
      'no-key',
      this.#members.isMember(this.device)
        ? 'The key that members seal with has not reached this library yet. What you change is kept here, and goes out once a member’s program has passed the key on.'
        : 'This library does not belong to the team library any more. What came until then stays here, and what you change stays here too.'
    );
  }

  /**
   * What the carrier has that is new, page by page, without what only members need to know of each other.
   * A page counts as read once the next one is asked for.
   */
  async *receive(carrier: Carrier): AsyncGenerator<readonly OpenedRow[]> {
    for (;;) {
      const page = await carrier.read(this.#cursor);
      for (const fault of page.faults) this.tell(fault);
      const { taken, pending } = await this.#takeAll([...this.#waiting, ...page.rows]);
      const topic = topicOfMembers(this.keyring);
      yield taken.filter(({ head }) => head.topic !== topic);
      const isNews = taken.length > 0 || page.cursor !== this.#cursor;
      this.#cursor = page.cursor;
      this.#waiting = pending.slice(0, mostWaiting);
      if (isNews) await this.save();
      if (page.isEnd) return;
    }
  }

  async #takeAll(rows: readonly CarriedRow[]) {
    const taken: OpenedRow[] = [];
    let pending = rows;
    // A row can bring the key or the device that one before it needs.
    for (;;) {
      const round = await this.#take(pending);
      taken.push(...round.taken);
      pending = round.pending;
      if (round.taken.length === 0 || pending.length === 0) return { taken, pending };
    }
  }

  async #take(rows: readonly CarriedRow[]) {
    const topic = topicOfMembers(this.keyring);
    const about = rows.filter((row) => row.topic === topic);
    if (about.length > 0) await this.learn(about);
    const { publicKeyOf } = this.#members;
    const taken: OpenedRow[] = [];
    const pending: CarriedRow[] = [];
    for (const [index, opened] of openRows(rows, this.keyring, publicKeyOf).entries()) {
      const row = rows[index];
      if (!row) continue;
      try {
        if (opened instanceof RowFault) throw opened;
        const { device, n } = opened.head;
        // Not in its chain then, so that it can still count once a member is seen to have taken it in.
        const isNew = n > this.#chains.count(device);
        const refusal = isNew ? this.#refusalOf(device, n, row.topic === topic) : null;
        if (refusal) throw refusal;
        refuseNewer(opened);
        if (this.#chains.take(opened.head) === 'new') taken.push(opened);
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        if (mayStillCount.has(error.code)) pending.push(row);
        if (!isQuiet.has(error.code)) {
          this.tell(error.message);
        }
      }
    }
    return { taken, pending };
  }

  /** What members say of each other, they weigh themselves. */
  #refusalOf(device: string, n: number, isAboutMembers: boolean): RowFault | null {
    if (isAboutMembers) return null;
    const acknowledged = this.#chains.acknowledged(device, (each) => this.#members.isMember(each));
    return this.#members.refusal(device, n, acknowledged);
  }

  /** Takes in rows about members ahead of all others, as who joins has to. */
  async learn(rows: readonly CarriedRow[], also: Identities = new Map()): Promise<void> {
    const { keyring, keys } = this.#secrets;
    const start = { members: this.#members, keyring };
    const read = await readMembers(rows, start, new Map([...identitiesOf(keys), ...also]));
    this.#members = read.members;
    for (const { code, message } of read.faults) if (code === 'wrong-keys') this.tell(message);
    if (read.keyring.epochs.size > keyring.epochs.size) await this.#keep(read.keyring);
  }

  /** Seals a row, which has to be handed over before the next one is. */
  seal(content: unknown, topic: string, epoch = this.epoch): CarriedRow {
    const { keys, keyring } = this.#secrets;
    const place = { ...this.#chains.next(keys.device), topic };
    const { row, head } = sealRow(content, place, keys, keyring, epoch);
    this.#chains.take(head);
    if (topic === topicOfMembers(keyring)) this.#members = this.#members.with([{ head, content }]);
    return row;
  }

  /** Seals what is said about members, so that all of them can read it. */
  sealFact(content: MemberContent): CarriedRow {
    const epoch = this.#members.epochForMembers(this.keyring);
    return this.seal(content, topicOfMembers(this.keyring), epoch);
  }

  /** Rows that this library sealed before it was broken off: the next one goes behind them. */
  claim(rows: readonly CarriedRow[]): void {
    const topic = topicOfMembers(this.keyring);
    for (const row of rows) {
      if (row.n <= this.#chains.count(row.device)) continue;
      const opened = openRow(row, this.keyring, (device) =>
        device === this.device ? this.#secrets.keys.publicKey : null
      );
      this.#chains.take(opened.head);
      if (row.topic === topic) this.#members = this.#members.with([opened]);
    }
  }

  get sharedAt(): string | null {
    return this.#sharedAt;
  }

  noteShared(at: string): void {
    this.#sharedAt = at;
  }

  noteChange(device: string, at: string): void {
    if ((this.#changedAt[device] ?? '') < at)
      this.#changedAt = { ...this.#changedAt, [device]: at };
  }

  /** Rows that a member’s program writes by itself: newcomers are let in, and keys are passed on. */
  async chores(): Promise<readonly CarriedRow[]> {
    if (!this.#members.isMember(this.device)) return [];
    const at = this.#now().toISOString();
    const rows: CarriedRow[] = [];
    if (this.#members.needsEpoch) {
      const { content, keyring } = await makeEpoch(this.#members, this.keyring, at);
      await this.#keep(keyring);
      rows.push(this.sealFact(content));
    }
    for (const { device, refusal } of this.#members.waiting(at)) {
      if (refusal === null) rows.push(this.sealFact(admitDevice(device, at)));
    }
    const owed = this.#members.owed(this.keyring);
    if (owed.length > 0) {
      rows.push(this.sealFact(await passOn(this.#members, this.keyring, owed, at)));
    }
    return rows;
  }

  async save(): Promise<void> {
    await this.#files.write('place', {
      cursor: this.#cursor,
      chains: this.#chains.encode(),
      members: this.#members.encode(),
      waiting: this.#waiting.map(storeRow),
      changedAt: this.#changedAt,
      faults: [...this.#faults],
      sharedAt: this.#sharedAt
    } satisfies z.input<typeof Place>);
  }

  /** Before anything is sealed with a new key. */
  async #keep(keyring: Keyring): Promise<void> {
    this.#secrets = { ...this.#secrets, keyring };
    await writeSecrets(this.#files, this.#secrets);
  }
}
