/**
 * Who this library is to the others: its keys, its members, and how far their rows have been read. It
 * opens what the carrier hands out, seals what goes there, and does what members owe each other.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import type { Carrier, Cursor, CarriedRow } from './carriers/carrier.js';
import { Chains } from './sealing/chains.js';
import type { Keyring } from './sealing/keyring.js';
import { gapsIn } from './gaps.js';
import { topicOf, topicOfMembers } from './sealing/keyring.js';
import type { MemberContent } from './sealing/member-facts.js';
import { Members } from './sealing/members.js';
import { identitiesOf, readMembers } from './sealing/read-members.js';
import { openRow, sealRow } from './sealing/row.js';
import { type Secrets, writeSecrets } from './secrets.js';
import type { CheckpointManifest } from './checkpoint-parts.js';
import { CheckpointTally } from './checkpoint-tally.js';
import { choresOf } from './chores.js';
import { type ReadPlace, PlaceFiles, type WholePlace } from './place.js';
import { type ReceivedPage, type Taker, takeRows } from './take-rows.js';
import { readRow, storeRow, type TeamFiles } from './team-files.js';

/** Sentences about rows, and rows that wait: no carrier can make a file grow without an end. */
const mostFaults = 50;
const mostWaiting = 20_000;

/** Bytes of rows that wait which a checkpoint tells at most. */
const mostWaitingTold = 512 * 1024;

export class Membership implements Taker {
  readonly #files: TeamFiles;
  readonly #places: PlaceFiles;
  /** As they are on the disk. */
  #savedMembers: Members | null = null;
  readonly #now: () => Date;
  #secrets: Secrets;
  #chains = new Chains();
  #members: Members;
  #cursor: Cursor | null = null;
  #waiting: readonly CarriedRow[] = [];
  #changedAt: Readonly<Record<string, string>> = {};
  #faults: readonly string[] = [];
  #sharedAt: string | null = null;
  #tally: CheckpointTally;
  #isBegun = false;
  #isUnsaved = false;

  private constructor(files: TeamFiles, secrets: Secrets, now: () => Date) {
    this.#files = files;
    this.#places = new PlaceFiles(files);
    this.#now = now;
    this.#secrets = secrets;
    this.#members = Members.of(secrets.keyring.library, secrets.founder);
    this.#tally = new CheckpointTally(this.topicOfCheckpoints);
  }

  /** With what was read of the others so far; where that is lost, it is read again. */
  static async open(files: TeamFiles, secrets: Secrets, now: () => Date): Promise<Membership> {
    const membership = new Membership(files, secrets, now);
    await membership.reload();
    return membership;
  }

  /** As `reload`, where something was taken in or sealed since: what broke off is then done again. */
  async rollBack(): Promise<void> {
    if (this.#isUnsaved) await this.reload();
  }

  /** Goes back to what was saved last. */
  async reload(): Promise<void> {
    const read = await this.#places.read();
    const { keyring, founder } = this.#secrets;
    this.#chains = read?.chains ?? new Chains();
    this.#members = read ? Members.decode(read.members) : Members.of(keyring.library, founder);
    this.#savedMembers = read ? this.#members : null;
    this.#cursor = read?.place.cursor ?? null;
    this.#waiting = read?.place.waiting.map(readRow) ?? [];
    this.#changedAt = read?.place.changedAt ?? {};
    this.#faults = read?.place.faults ?? [];
    this.#sharedAt ??= read?.place.sharedAt ?? null;
    this.#tally = new CheckpointTally(this.topicOfCheckpoints, read?.place.since);
    this.#isBegun = this.#cursor !== null;
    this.#isUnsaved = false;
  }

  /** Whether something of the others was read before, and is on disk. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  /** What rows have come since the last checkpoint, and how large that was. */
  get since(): ReadPlace['since'] {
    return this.#tally.since;
  }

  /** Where a checkpoint of what was taken in until now stands, without its parts; `null` where too many rows wait. */
  standing(): Omit<CheckpointManifest, 'parts'> | null {
    if (this.#cursor === null) return null;
    const size = this.#waiting.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > mostWaitingTold) return null;
    const waiting = this.#waiting.map(storeRow);
    const chains = this.#chains.folded().encode();
    return { format: 1, cursor: this.#cursor, chains, waiting, changedAt: this.#changedAt };
  }

  /** Goes on from a checkpoint, nothing having been read before. `reload` takes it back, until it is saved. */
  startAt({ cursor, chains, waiting, changedAt }: Omit<CheckpointManifest, 'parts'>): void {
    this.#chains.startAt(Chains.decode(chains));
    this.#cursor = cursor;
    this.#waiting = waiting.map(readRow);
    for (const [device, at] of Object.entries(changedAt)) this.noteChange(device, at);
  }

  /** A device whose rows do not go on from where the checkpoint of `maker` says; `null`: none was found. */
  doubt(maker: string): string | null {
    // Its maker goes on writing before it has read its own rows.
    const again = this.#tally.again.find((device) => device !== maker && device !== this.device);
    return this.#chains.doubt ?? again ?? null;
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

  get chains(): Chains {
    return this.#chains;
  }

  /** When a device last changed something, by its own clock; `null` for never. */
  changedAt(device: string): string | null {
    return this.#changedAt[device] ?? null;
  }

  /** What was found of rows that do not count, and what others have and the carrier has not handed out. */
  get faults(): readonly string[] {
    const all = [...this.#members.concernsFor(this.device), ...this.#chains.faults()];
    const gaps = gapsIn(this.#waiting, (device) => this.count(device));
    return [...new Set([...all.map(({ message }) => message), ...gaps, ...this.#faults])];
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
   * A page counts as read once the next one is asked for, and then that is saved if `isKept`; of the last
   * one nothing is saved, as more may follow.
   */
  async *receive(carrier: Carrier, isKept = true): AsyncGenerator<ReceivedPage> {
    const quiet = new Set([topicOfMembers(this.keyring), this.topicOfCheckpoints]);
    for (;;) {
      const page = await carrier.read(this.#cursor);
      this.#isUnsaved = true;
      for (const fault of page.faults) this.tell(fault);
      const { taken, waiting } = await takeRows(page.rows, this.#waiting, this);
      this.#tally.count(page, taken, this.#chains);
      const isNews = taken.length > 0 || page.cursor !== this.#cursor;
      const rows = taken.filter(({ head }) => !quiet.has(head.topic));
      const bytes = page.rows.reduce((sum, row) => sum + row.bytes.length, 0);
      yield { rows, bytes, isSetBack: page.isSetBack, isNews };
      this.#cursor = page.cursor;
      this.#waiting = waiting.slice(0, mostWaiting);
      if (isNews && isKept && !page.isEnd) await this.save();
      else this.#isUnsaved = isNews;
      if (page.isEnd) return;
    }
  }

  get topicOfCheckpoints(): string {
    return topicOf(this.keyring, 'checkpoint', '');
  }

  /** Takes in rows about members ahead of all others, as who joins has to. */
  async learn(rows: readonly CarriedRow[]): Promise<void> {
    const { keyring, keys } = this.#secrets;
    const read = await readMembers(rows, { members: this.#members, keyring }, identitiesOf(keys));
    this.#members = read.members;
    for (const { code, message } of read.faults) if (code === 'wrong-keys') this.tell(message);
    const isNew = read.keyring.epochs.size > keyring.epochs.size;
    if (isNew) await this.keepSecrets({ keyring: read.keyring });
  }

  /** Seals a row, which has to be handed over before the next one is. */
  seal(content: unknown, topic: string, epoch = this.epoch): CarriedRow {
    const { keys, keyring } = this.#secrets;
    const place = { ...this.#chains.next(keys.device), topic };
    const { row, head } = sealRow(content, place, keys, keyring, epoch);
    this.#chains.take(head);
    this.#tally.note({ topic, content });
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
      this.#tally.note({ topic: row.topic, content: opened.content });
      this.#isUnsaved = true;
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

  /** Rows that a member’s program writes by itself. */
  chores(): Promise<readonly CarriedRow[]> {
    return choresOf(this, this.#now().toISOString());
  }

  async save(): Promise<void> {
    const members = this.#members;
    const isNew = members !== this.#savedMembers;
    await this.keep({ ...this.#read(), members: isNew ? members.encode() : null });
    this.#savedMembers = members;
    this.#isUnsaved = false;
  }

  /** All of it as it is now, to be kept later. */
  place(): WholePlace {
    const chains = Chains.decode(this.#chains.encode());
    return { ...this.#read(), chains, members: this.#members.encode() };
  }

  async keep(place: WholePlace): Promise<void> {
    await this.#places.write(place);
    this.#isBegun = place.place.cursor !== null;
  }

  #read() {
    const place = {
      cursor: this.#cursor,
      waiting: this.#waiting.map(storeRow),
      changedAt: this.#changedAt,
      faults: [...this.#faults],
      sharedAt: this.#sharedAt,
      since: this.#tally.since
    };
    return { place, chains: this.#chains };
  }

  /** Before anything is sealed with a new key, said of a new sheet, or read at a new address. */
  async keepSecrets(changed: Partial<Secrets>): Promise<void> {
    this.#secrets = { ...this.#secrets, ...changed };
    await writeSecrets(this.#files, this.#secrets);
  }
}
