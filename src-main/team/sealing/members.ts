/**
 * The members of a library and what follows from them: whose rows count, who waits, which epoch to
 * seal with, and for whom keys are still to be wrapped. An immutable value.
 */
import { ExpectedFailure } from '../../domain/base/result.js';
import type { Moment } from '../../domain/base/values.js';
import { z } from '../../domain/base/zod.js';
import { bytesSchema, Hex32, Hex64, toBase64 } from './bytes.js';
import { deviceIdOf } from './device-keys.js';
import { isGoodJoin } from './fold-invitations.js';
import { foldMembers } from './fold-members.js';
import { sheetOfJoin } from './fold-sheets.js';
import type { Keyring } from './keyring.js';
import { idOfInvitation } from './invitation.js';
import { invitationIdOf, type KeyHolder, MemberFact, recovery } from './member-facts.js';
import {
  compareRanks,
  type Concern,
  type Epoch,
  type MembersState,
  type RecoverySheet,
  type StatedFact,
  type WaitingDevice
} from './member-state.js';
import { RowFault, shortDevice } from './row-fault.js';
import type { OpenedRow } from './row.js';

/** Keys of one epoch, for those who should have them and do not. */
export interface OwedKeys {
  readonly epoch: string;
  readonly to: readonly KeyHolder[];
}

export class Members {
  private folded: MembersState | null = null;

  private constructor(
    readonly library: string,
    /** The founding device's public key: the library's fingerprint. */
    readonly founder: Uint8Array,
    private readonly facts: ReadonlyMap<string, StatedFact>
  ) {}

  /** Of a library of which no row was read yet. */
  static of(library: string, founder: Uint8Array): Members {
    return new Members(library, founder, new Map());
  }

  /** With opened rows of the topic of members; those that are known already change nothing. */
  with(rows: readonly OpenedRow[]): Members {
    const facts = new Map(this.facts);
    for (const { head, content } of rows) {
      const { device, n, hash, publicKey } = head;
      const key = `${device} ${n}`;
      const known = facts.get(key);
      // Of a device that made two rows of one number everybody takes the same.
      if (known && known.hash <= hash) continue;
      facts.set(key, { device, n, hash, publicKey, content, fact: factOf(content) });
    }
    return new Members(this.library, this.founder, facts);
  }

  get state(): MembersState {
    return (this.folded ??= foldMembers(this.library, this.founder, this.facts.values()));
  }

  /** For `openRow`: of every device whose rows count, up to wherever. */
  readonly publicKeyOf = (device: string): Uint8Array | null =>
    device === deviceIdOf(this.founder)
      ? this.founder
      : (this.state.devices.get(device)?.publicKey ?? null);

  /** What a device is to be told of: that there is no good sheet only where it can make one. */
  concernsFor(device: string): readonly Concern[] {
    const { concerns } = this.state;
    return this.isMember(device) ? concerns : concerns.filter(({ code }) => code !== 'no-sheet');
  }

  isMember(device: string): boolean {
    return this.state.devices.get(device)?.standing === 'member';
  }

  /** Whether a removal counts: only who is nearer to the founder removes, and of who waits every member may. */
  mayRemove(by: string, device: string): boolean {
    const { devices } = this.state;
    const known = devices.get(device);
    return this.isMember(by) && (!known || compareRanks(devices.get(by)!.rank, known.rank) < 0);
  }

  /**
   * Why this row does not count: its device is no member's, or was removed before it. Null: it counts.
   * @param acknowledged the newest row of the device that a member has verified: `Chains.acknowledged`
   *   with `isMember`. What members took in before they heard of the removal counts for all.
   */
  refusal(device: string, n: number, acknowledged = 0): RowFault | null {
    const known = this.state.devices.get(device);
    const row = `Row ${n} of device ${shortDevice(device)}`;
    if (!known) {
      const message = `${row} is from a device that does not belong to the library. Nothing of it was taken in.`;
      return new RowFault('unknown-device', device, n, message);
    }
    if (n <= Math.max(known.countsUpTo, acknowledged)) return null;
    const how = known.standing === 'left' ? 'left the library' : 'was removed from the library';
    const message = `${row} was written after ${known.person}’s device ${how}. Nothing of it was taken in.`;
    return new RowFault('removed', device, n, message);
  }

  /** Devices that joined and wait; `refusal` says why a member should not admit one, null that it should at once. */
  waiting(now: Moment): readonly (WaitingDevice & { readonly refusal: string | null })[] {
    return this.state.waiting.map((device) => ({ ...device, refusal: this.whyNot(device, now) }));
  }

  private whyNot({ device, joined }: WaitingDevice, now: Moment): string | null {
    const asks = `${joined.person} (device ${shortDevice(device)}) asks to join`;
    if (joined.invitation === recovery) {
      const sheet = sheetOfJoin(joined, this.state.sheets.values(), this.library, device);
      return sheet
        ? `${asks} by a recovery sheet that is not good any more: somebody was removed since, or another sheet took its place. It may be somebody who was removed; refuse it, unless you know who it is.`
        : `${asks} by a recovery sheet that no member has made.`;
    }
    const invitation = this.state.invitations.get(joined.invitation);
    if (!invitation) return `${asks} by an invitation that no member has made.`;
    const { fact, standing, devices } = invitation;
    if (!isGoodJoin(joined, fact, this.library, device)) {
      return `${asks} without having the invitation for ${fact.person}.`;
    }
    if (this.state.revoked.has(invitation.id)) return `${asks} by an invitation that was revoked.`;
    if (standing === 'void') return `${asks} by an invitation of somebody who was removed.`;
    if (devices.length > 1) {
      return `${asks} by an invitation that another device has used as well. Refuse it, and make a new invitation for whom you mean.`;
    }
    return fact.until < now
      ? `${asks} by an invitation that was good until ${fact.until.slice(0, 10)}. Make a new one.`
      : null;
  }

  /** With which to seal: the newest that nobody who left or was removed can read. Null: `makeEpoch` first. */
  currentEpoch({ epochs }: Keyring): string | null {
    return newest(this.epochs().filter(({ id, isSound }) => isSound && epochs.has(id)));
  }

  /** There is no epoch that those who left cannot read, so that a member should make one. */
  get needsEpoch(): boolean {
    return !this.epochs().some(({ isSound }) => isSound);
  }

  /**
   * With which to seal rows about members: the best that all who are to read them have. There always
   * is one, as every invitation brings the keys of all epochs that its maker has.
   */
  epochForMembers({ epochs }: Keyring): string {
    const held = this.epochs().filter(({ id }) => epochs.has(id));
    const readers = this.readers();
    const shared = held.filter((epoch) => readers.every((holder) => this.holds(epoch, holder)));
    const sound = shared.filter(({ isSound }) => isSound);
    const best = newest(sound) ?? newest(shared) ?? newest(held) ?? [...epochs.keys()][0];
    if (best === undefined) throw new Error('A keyring without a key');
    return best;
  }

  /** Keys in this keyring that members, open invitations or good recovery sheets lack. */
  owed({ epochs }: Keyring): readonly OwedKeys[] {
    return this.epochs().flatMap((epoch) => {
      const to = this.readers().filter((holder) => !this.holds(epoch, holder));
      return epochs.has(epoch.id) && to.length > 0 ? [{ epoch: epoch.id, to }] : [];
    });
  }

  /** Everybody who is to read what comes. */
  readers(): readonly KeyHolder[] {
    const { devices, invitations } = this.state;
    const members = [...devices.values()].filter(({ standing }) => standing === 'member');
    const open = [...invitations.values()].filter(({ standing }) => standing === 'open');
    const sheets = this.goodSheets().map(({ id }) => id);
    return [
      ...[...members.map(({ device }) => device), ...open.map(({ id }) => id)].sort(),
      ...sheets.sort()
    ];
  }

  goodSheets(): readonly RecoverySheet[] {
    return [...this.state.sheets.values()].filter(({ isGood }) => isGood);
  }

  /** Of which this is the secret; `null` where no fact that counts tells of it. */
  sheetOf(identity: string): RecoverySheet | null {
    const id = idOfInvitation(identity);
    const sheets = [...this.state.sheets.values()];
    return sheets.find(({ publicKey }) => invitationIdOf(publicKey) === id) ?? null;
  }

  /** Who came by a good recovery sheet, which this member has not said yet. */
  unseenBy(member: string): readonly string[] {
    return [...this.state.sheetEntrants].flatMap(([device, { seenBy, isDoubtful }]) =>
      isDoubtful || device === member || seenBy.has(member) || !this.isMember(device)
        ? []
        : [device]
    );
  }

  /** The age recipient; null for who is unknown. */
  recipientOf(holder: KeyHolder): string | null {
    const { devices, invitations, sheets } = this.state;
    const known = devices.get(holder) ?? invitations.get(holder)?.fact ?? sheets.get(holder);
    return known?.recipient ?? null;
  }

  private epochs(): readonly Epoch[] {
    return [...this.state.epochs.values()];
  }

  private holds({ holders }: Epoch, holder: KeyHolder): boolean {
    const invitation = this.state.devices.get(holder)?.invitation ?? null;
    return holders.has(holder) || (invitation !== null && holders.has(invitation));
  }

  encode(): unknown {
    const facts = [...this.facts.values()].map(({ device, n, hash, publicKey, content }) => ({
      device,
      n,
      hash,
      publicKey: publicKey && toBase64(publicKey),
      content
    }));
    return { format: 1, library: this.library, founder: toBase64(this.founder), facts };
  }

  static decode(json: unknown): Members {
    const read = StoredMembers.safeParse(json);
    if (!read.success) {
      throw new ExpectedFailure(
        'damaged-members',
        'What this device knows of the members is damaged. The library is whole; the rows about members are read again.'
      );
    }
    const { library, founder, facts } = read.data;
    const entries = facts.map((stated): [string, StatedFact] => [
      `${stated.device} ${stated.n}`,
      { ...stated, fact: factOf(stated.content) }
    ]);
    return new Members(library, founder, new Map(entries));
  }
}

const StoredMembers = z.strictObject({
  format: z.literal(1),
  library: Hex32,
  founder: bytesSchema(32),
  facts: z.array(
    z.strictObject({
      device: Hex32,
      n: z.int().min(1),
      hash: Hex64,
      publicKey: bytesSchema(32).nullable(),
      content: z.unknown()
    })
  )
});

/** Of epochs of one generation everybody takes the same. */
function newest(epochs: readonly Epoch[]): string | null {
  const order = (a: Epoch, b: Epoch) => a.generation - b.generation || (a.id < b.id ? -1 : 1);
  return [...epochs].sort(order).at(-1)?.id ?? null;
}

function factOf(content: unknown): MemberFact | null {
  const read = MemberFact.safeParse(content);
  return read.success ? read.data : null;
}
