/** A library with several members in memory: what they would write, in the order in which a carrier keeps it. */
import { Chains } from '../chains.js';
import { type DeviceKeys, makeDeviceKeys } from '../device-keys.js';
import {
  decodeInvitation,
  encodeInvitation,
  idOfInvitation,
  openParcel,
  parcelNameOf
} from '../invitation.js';
import { type Keyring, makeKeyring, topicOf, topicOfMembers } from '../keyring.js';
import {
  admitDevice,
  foundLibrary,
  type MadeSheet,
  invite,
  join,
  makeEpoch,
  makeSheet,
  newMemberId,
  passOn,
  seeDevice
} from '../member-acts.js';
import { type MemberContent, recovery } from '../member-facts.js';
import { Members } from '../members.js';
import { identitiesOf, readMembers } from '../read-members.js';
import type { RecoverySecret } from '../recovery-sheet.js';
import type { SealedRow } from '../row-bytes.js';
import { RowFault } from '../row-fault.js';
import { openRow, sealRow } from '../row.js';
import { readerOf } from '../wrap.js';

export const at = '2026-03-01T10:00:00Z';
export const until = '2026-03-15T10:00:00Z';

/** The people who are members, as this device sees it. */
export function namesOf(desk: Desk): readonly string[] {
  return [...desk.members.state.devices.values()]
    .filter(({ standing }) => standing === 'member')
    .map(({ person }) => person)
    .sort();
}

/** One member's device, with all that it knows. */
export class Desk {
  chains = new Chains();

  constructor(
    readonly team: MadeTeam,
    readonly name: string,
    public keys: DeviceKeys,
    public members: Members,
    public keyring: Keyring
  ) {}

  get device(): string {
    return this.keys.device;
  }

  /** Writes a row, also while it is cut off; `read` takes rows of others. */
  write(content: unknown, topic?: string, epoch?: string): SealedRow {
    const sealedWith = epoch ?? this.members.currentEpoch(this.keyring) ?? '';
    const place = {
      ...this.chains.next(this.device),
      topic: topic ?? topicOf(this.keyring, 'briefing', 'b')
    };
    const { row, head } = sealRow(content, place, this.keys, this.keyring, sealedWith);
    this.chains.take(head);
    this.team.rows.push(row);
    return row;
  }

  say(content: MemberContent): SealedRow {
    const epoch = this.members.epochForMembers(this.keyring);
    const row = this.write(content, topicOfMembers(this.keyring), epoch);
    const opened = openRow(row, this.keyring, (device) =>
      device === this.device ? this.keys.publicKey : null
    );
    this.members = this.members.with([opened]);
    return row;
  }

  async makeEpoch(): Promise<void> {
    const { content, keyring } = await makeEpoch(this.members, this.keyring, at);
    this.say(content);
    this.keyring = keyring;
  }

  /** Members first, then all rows in order; returns what was taken, and the faults. */
  async read(rows: readonly SealedRow[] = this.team.rows) {
    const topic = topicOfMembers(this.keyring);
    const about = rows.filter((row) => row.topic === topic);
    const read = await readMembers(about, this, identitiesOf(this.keys));
    ({ members: this.members, keyring: this.keyring } = read);
    const taken: unknown[] = [];
    const faults: RowFault[] = [];
    for (const row of rows) {
      try {
        const { head, content } = openRow(row, this.keyring, this.members.publicKeyOf);
        const acknowledged = this.chains.acknowledged(row.device, (of) =>
          this.members.isMember(of)
        );
        const refusal = this.members.refusal(head.device, head.n, acknowledged);
        if (refusal) throw refusal;
        if (this.chains.take(head) === 'new') taken.push(content);
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        faults.push(error);
      }
    }
    return { taken, faults };
  }

  /** What a running program does after reading. */
  async attend(now = at): Promise<void> {
    await this.read();
    for (const { device, refusal } of this.members.waiting(now)) {
      if (refusal === null) this.say(admitDevice(device, at));
    }
    for (const device of this.members.unseenBy(this.device)) this.say(seeDevice(device, at));
    if (this.members.needsEpoch) await this.makeEpoch();
    const owed = this.members.owed(this.keyring);
    if (owed.length > 0) {
      this.say(await passOn(this.members, this.keyring, owed, at));
    }
    await this.read();
  }

  /** Returns what stands on the sheet. */
  async makeSheet(): Promise<RecoverySecret> {
    const { content, parcel, sheet } = await makeSheet(this.members, this.keyring, at);
    this.say(content);
    this.team.files.set(parcel.name, parcel.bytes);
    return sheet;
  }

  /** Returns the line. */
  async invite(name: string, member = newMemberId()): Promise<string> {
    const person = { name, member };
    const made = await invite(this.members, this.keyring, 'folder:team', person, {
      at,
      until
    });
    this.say(made.content);
    this.team.files.set(made.parcel.name, made.parcel.bytes);
    return encodeInvitation(made.line);
  }
}

export class MadeTeam {
  rows: SealedRow[] = [];
  readonly files = new Map<string, Uint8Array>();
  founding!: MadeSheet;
  firstKeyring!: Keyring;

  static async found(name = 'A'): Promise<{ team: MadeTeam; founder: Desk }> {
    const team = new MadeTeam();
    const keys = await makeDeviceKeys();
    const keyring = (team.firstKeyring = makeKeyring());
    const person = { name, member: newMemberId() };
    team.founding = await foundLibrary(keys, keyring, 'Water', person, at);
    const { content, parcel } = team.founding;
    team.files.set(parcel.name, parcel.bytes);
    const founder = new Desk(
      team,
      name,
      keys,
      Members.of(keyring.library, keys.publicKey),
      keyring
    );
    founder.say(content);
    return { team, founder };
  }

  /** Joins by the line; whoever attends next admits the device. */
  async join(line: string): Promise<Desk> {
    const invitation = decodeInvitation(line);
    const made = await makeDeviceKeys();
    const person = { name: invitation.person, member: invitation.member };
    const { content, keys } = await join(made, invitation, false, person, at);
    const parcel = [...this.files.values()];
    const keyring = await firstOpen(parcel, invitation);
    const members = Members.of(keyring.library, invitation.founder);
    const desk = new Desk(this, person.name, keys, members, keyring);
    await desk.read();
    desk.say(content);
    return desk;
  }

  /** Joins by what stands on a recovery sheet, whether it is good or not. */
  async joinBySheet(sheet: RecoverySecret, name: string, rows = this.rows): Promise<Desk> {
    const { recipient } = await readerOf(sheet.identity);
    const keyring = await openParcel(this.files.get(parcelNameOf(recipient))!, sheet);
    const about = rows.filter(({ topic }) => topic === topicOfMembers(keyring));
    const start = { members: Members.of(sheet.library, sheet.founder), keyring };
    const holders = [recovery, idOfInvitation(sheet.identity)];
    const identities = new Map(holders.map((holder) => [holder, sheet.identity]));
    const read = await readMembers(about, start, identities);
    const person = { name, member: newMemberId() };
    const { content, keys } = await join(await makeDeviceKeys(), sheet, true, person, at);
    const desk = new Desk(this, name, keys, read.members, read.keyring);
    desk.say(content);
    return desk;
  }

  /** A member who was invited by `by` and admitted by it. */
  async add(name: string, by: Desk): Promise<Desk> {
    const desk = await this.join(await by.invite(name));
    await by.attend();
    await desk.read();
    return desk;
  }
}

async function firstOpen(
  parcels: readonly Uint8Array[],
  invitation: ReturnType<typeof decodeInvitation>
): Promise<Keyring> {
  const opened = await Promise.allSettled(parcels.map((bytes) => openParcel(bytes, invitation)));
  const good = opened.find((each) => each.status === 'fulfilled');
  if (!good) throw new Error('No parcel opens');
  return good.value;
}
