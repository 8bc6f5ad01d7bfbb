/**
 * Brings together what is said in the library of the library as a whole, and what all have shared of that.
 * As with briefings all is found by comparing: the difference to what the library held last was said here,
 * and what others said goes into it. Rows about it have one topic, so all that was ever said can be read at
 * once: who joins by a checkpoint does, and a Standpoint that did not understand it before.
 */
import { ExpectedFailure, nullOn } from '../domain/base/result.js';
import { z } from '../domain/base/zod.js';
import type { Register } from '../domain/ledger/register.js';
import {
  readRegisterChange,
  type RegisterChange,
  saySame
} from '../domain/team/register-change.js';
import type { SharedRegister } from '../domain/team/shared-register.js';
import type { FileSystem } from '../disk/file-system.js';
import type { CarriedRow, Carrier } from './carriers/carrier.js';
import type { Membership } from './membership.js';
import { RegisterFile, type RegisterLine, type RegisterRecord } from './register-file.js';
import { topicOf } from './sealing/keyring.js';
import { shortDevice } from './sealing/row-fault.js';
import { kindOfContent, openRow, openWholeRows, type OpenedRow } from './sealing/row.js';

/** What a team does with the register of its machine's library. */
export interface LocalRegister {
  /** Revision 0 where it says nothing, or cannot be read here. */
  register(): Promise<{ readonly revision: number; readonly register: Register }>;
  /** Saves what was said elsewhere. Fails with `stale-revision` as every save does. */
  saveRegisterFromElsewhere(baseRevision: number, register: Register): Promise<number>;
}

/** Of changes as they are here. A newer form would be passed over by who does not know it, and read later. */
const form = 1;

const RegisterContent = z.strictObject({
  kind: z.literal('register'),
  form: z.int().positive(),
  changes: z.array(z.unknown()).min(1).readonly()
});
type RegisterContent = z.infer<typeof RegisterContent>;

/** UTF-16 units of changes in one row. */
const mostInRow = 1024 * 1024;

interface Needs {
  readonly library: LocalRegister;
  readonly membership: Membership;
  readonly now: () => Date;
}

export class TeamRegister {
  readonly #needs: Needs;
  readonly #file: RegisterFile;
  readonly #topic: string;
  /** Something may have been said here, or has come in, since the two were compared. */
  #isOpen = true;
  #isChanged = false;
  #waiting: string | null = null;

  private constructor(needs: Needs, file: RegisterFile) {
    this.#needs = needs;
    this.#file = file;
    this.#topic = topicOf(needs.membership.keyring, 'register', '');
  }

  /** @param folder the team’s */
  static async open(folder: string, fs: FileSystem, needs: Needs): Promise<TeamRegister> {
    const file = await RegisterFile.open(folder, fs);
    if (file.isDamaged) {
      needs.membership.tell(
        'The list of what was said of names and collections is damaged on this disk. The library itself is whole; the list is read again from where it is shared.'
      );
    }
    const register = new TeamRegister(needs, file);
    const { revision } = await needs.library.register();
    register.#isChanged = revision !== (file.record.held?.revision ?? 0);
    return register;
  }

  /** Whether something was said here that the carrier does not have. */
  get isUnsent(): boolean {
    return this.#isChanged || this.#unsent.length > 0;
  }

  /** What it waits for, in a sentence; `null` for nothing. */
  get waiting(): string | null {
    return this.#waiting;
  }

  /** Something was said here. */
  changed(): void {
    this.#isChanged = true;
    this.#isOpen = true;
  }

  /** Resolves once what rows say of the register is safe on disk. What cannot be read is told. */
  async take(rows: readonly OpenedRow[]): Promise<void> {
    await this.#keep(this.#changesIn(rows));
  }

  /** Rows were passed over that may say something of it, as where a library begins with a checkpoint. */
  async readAnew(): Promise<void> {
    this.#isOpen = true;
    await this.#add({ whole: 0 });
  }

  /** Rejects where the library or the carrier cannot be had; what came about until then stays. */
  async settle(carrier: Carrier): Promise<void> {
    if (!this.#isOpen) return;
    this.#waiting = null;
    const { shared, whole } = this.#file.record;
    const mayStart = (whole >= form && shared.waiting === 0) || (await this.#readAll(carrier));
    if (!mayStart) return;
    // What is said from now on is compared once more.
    const was = this.#isChanged;
    this.#isChanged = false;
    this.#isOpen = this.#waiting !== null;
    try {
      await this.#bringTogether();
    } catch (error) {
      this.#isChanged ||= was;
      this.#isOpen = true;
      if (!(error instanceof ExpectedFailure)) throw error;
      this.#waiting = error.message;
    }
  }

  /** Seals what the carrier lacks, as much as goes into one row. */
  seal(): readonly CarriedRow[] {
    const changes: RegisterChange[] = [];
    let size = 0;
    for (const change of this.#unsent) {
      if (size > mostInRow) break;
      changes.push(change);
      size += JSON.stringify(change).length;
    }
    const last = changes.at(-1);
    if (!last) return [];
    const { membership } = this.#needs;
    membership.noteChange(last.device, last.at);
    const content: RegisterContent = { kind: 'register', form, changes };
    return [membership.seal(content, this.#topic)];
  }

  /** The carrier has these rows of this device. */
  async sent(rows: readonly CarriedRow[]): Promise<void> {
    const { keyring, device, secrets } = this.#needs.membership;
    const own = rows
      .filter(({ topic }) => topic === this.#topic)
      .map((row) =>
        openRow(row, keyring, (each) => (each === device ? secrets.keys.publicKey : null))
      );
    await this.#keep(this.#changesIn(own));
  }

  get #unsent(): readonly RegisterChange[] {
    const { shared, sent } = this.#file.record;
    return shared.changesOf(this.#needs.membership.device).filter(({ n }) => n > sent);
  }

  /** Changes that the carrier has. */
  async #keep(changes: readonly RegisterChange[]): Promise<void> {
    const { shared, sent } = this.#file.record;
    const { device } = this.#needs.membership;
    const fresh = shared.newOf(changes);
    const own = changes.filter((change) => change.device === device).map(({ n }) => n);
    const most = Math.max(sent, ...own);
    if (fresh.length > 0) this.#isOpen = true;
    const news: RegisterLine[] = fresh.length > 0 ? [{ changes: fresh }] : [];
    if (most > sent) news.push({ sent: most });
    if (news.length > 0) await this.#add(...news);
  }

  /** What is left out for everybody is told. */
  async #add(...lines: readonly RegisterLine[]): Promise<RegisterRecord> {
    const known = this.#file.record.shared.leftOut.length;
    const record = await this.#file.add(...lines);
    const { leftOut } = record.shared;
    if (leftOut.length > known) for (const { why } of leftOut) this.#needs.membership.tell(why);
    return record;
  }

  #changesIn(rows: readonly OpenedRow[]): readonly RegisterChange[] {
    const { membership } = this.#needs;
    const found: RegisterChange[] = [];
    for (const row of rows) {
      if (!isAboutRegister(row)) continue;
      const { head, content } = row;
      const read = RegisterContent.safeParse(content);
      // Under another topic nobody finds it who reads all of them at once.
      if (!read.success || read.data.form > form || head.topic !== this.#topic) {
        membership.tell(
          `Row ${head.n} of device ${shortDevice(head.device)} says something of names and collections that this Standpoint cannot read. Update Standpoint; nothing here was changed by it.`
        );
        continue;
      }
      for (const each of read.data.changes) {
        const change = readRegisterChange(each);
        if (!change.ok) membership.tell(change.error.message);
        // A device speaks for itself alone.
        else if (change.value.device === head.device) {
          found.push(change.value);
          membership.noteChange(head.device, change.value.at);
        }
      }
    }
    return found;
  }

  /** Returns whether this library may speak: all of its own is here, so that no number is given twice. */
  async #readAll(carrier: Carrier): Promise<boolean> {
    const { membership } = this.#needs;
    const isHere = async (device: string) =>
      (await carrier.held(device)) >= membership.count(device);
    const missing: string[] = [];
    for (const { device } of membership.chains.heads()) {
      if (!(await isHere(device))) missing.push(device);
    }
    const rows = await carrier.readTopic(this.#topic);
    const counted = rows.filter(({ device, n }) => n <= membership.count(device));
    const { keyring, members } = membership;
    await this.take(openWholeRows(counted, keyring, members.publicKeyOf));
    if (missing.length === 0) {
      if (this.#file.record.whole < form) await this.#add({ whole: form });
      return true;
    }
    this.#waiting =
      'What others have said of names and collections has not all arrived yet. It waits; what you have stays as it is.';
    return !missing.includes(membership.device);
  }

  async #bringTogether(): Promise<void> {
    const { library } = this.#needs;
    for (;;) {
      const { revision, register } = await library.register();
      const record = await this.#recordOwn(revision, register);
      const target = record.shared.register;
      const isThere = saySame(register, target);
      const now = isThere ? revision : await this.#bringIn(revision, target);
      if (now === null) continue;
      const { held, shared } = record;
      if (held?.revision !== now || JSON.stringify(held.known) !== JSON.stringify(shared.known)) {
        await this.#add({ held: now, known: shared.known });
      }
      return;
    }
  }

  /** Writes down what was said here since the library and the shared register were the same. */
  async #recordOwn(revision: number, register: Register): Promise<RegisterRecord> {
    const { record } = this.#file;
    const { shared, held } = record;
    // A file that was lost, or set back, takes nothing back.
    const isSetBack = held !== null && revision < held.revision;
    if (isSetBack || saySame(register, shared.register)) return record;
    const { membership, now } = this.#needs;
    const { device, secrets } = membership;
    const known = { ...held?.known, ...ownKnown(shared, device, held?.known) };
    const by = { device, author: secrets.person, at: now().toISOString() };
    const changes = shared.at(known).changesTo(register, by);
    const last = changes.at(-1);
    if (!last) return record;
    return this.#add({ changes }, { held: revision, known: { ...known, [device]: last.n } });
  }

  /** Returns the library's revision then; `null`: it has moved on meanwhile. */
  #bringIn(revision: number, target: Register): Promise<number | null> {
    const { library } = this.#needs;
    return library.saveRegisterFromElsewhere(revision, target).catch(nullOn('stale-revision'));
  }
}

/** Of rows about briefings these are passed over. */
export function isAboutRegister(row: OpenedRow): boolean {
  return kindOfContent(row) === 'register';
}

/** The library held its own changes, with all that they knew: also where that was not written down. */
function ownKnown(
  shared: SharedRegister,
  device: string,
  held: Readonly<Record<string, number>> = {}
): Readonly<Record<string, number>> {
  const last = shared.changesOf(device).at(-1);
  const own = last ? { ...last.base, [device]: last.n } : {};
  return Object.fromEntries(
    Object.entries(own).map(([each, n]) => [each, Math.max(n, held[each] ?? 0)])
  );
}
