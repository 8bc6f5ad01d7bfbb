/**
 * What members do: founding, inviting, joining, removing. Each makes the content of a row for the
 * topic of members (`topicOfMembers`), to be sealed in the epoch that `Members.epochForMembers` says,
 * as it was before the row. Nothing is written here.
 */
import { randomBytes } from 'node:crypto';
import type { Moment } from '../../domain/base/values.js';
import { toBase64, toHex } from './bytes.js';
import { type DeviceKeys, publicKeyOfSeed } from './device-keys.js';
import {
  idOfInvitation,
  type InvitationLine,
  makeParcel,
  type KeyParcel,
  voucherSeedOf
} from './invitation.js';
import { type Keyring, withNewEpoch } from './keyring.js';
import { type KeyHolder, type MemberContent, recovery, vouch } from './member-facts.js';
import type { Members, OwedKeys } from './members.js';
import { wrapEpochKeys } from './read-members.js';
import type { RecoverySecret } from './recovery-sheet.js';
import { makeReader, readerOf } from './wrap.js';

interface Person {
  readonly name: string;
  /** The same for all devices of a person: 32 hex digits. */
  readonly member: string;
  /** By which the person reaches the server; left out in a folder, and by a newcomer who uses the invitation’s. */
  readonly role?: string | null;
}

export function newMemberId(): string {
  return toHex(randomBytes(16));
}

export interface MadeSheet {
  /** What says so: of the founder its first row. */
  readonly content: MemberContent;
  /** To be put on the carrier: what the recovery sheet opens. */
  readonly parcel: KeyParcel;
  /** For the sheet; kept nowhere else. */
  readonly sheet: RecoverySecret;
}

/** @param library its name */
export async function foundLibrary(
  keys: DeviceKeys,
  keyring: Keyring,
  library: string,
  person: Person,
  at: Moment
): Promise<MadeSheet> {
  const reader = await makeReader();
  const [epoch = ''] = keyring.epochs.keys();
  const content: MemberContent = {
    kind: 'members',
    did: 'founded',
    at,
    name: library,
    person: person.name,
    member: person.member,
    recipient: keys.reader.recipient,
    epoch,
    ...(person.role && { role: person.role }),
    recovery: {
      recipient: reader.recipient,
      publicKey: toBase64(publicKeyOfSeed(voucherSeedOf(reader.identity)))
    }
  };
  return {
    content,
    parcel: await makeParcel(keyring, reader.recipient),
    sheet: { library: keyring.library, founder: keys.publicKey, identity: reader.identity }
  };
}

/** The parcel has to lie on the carrier before the row does. */
export async function invite(
  members: Members,
  keyring: Keyring,
  carrier: string,
  person: Person,
  { at, until }: { readonly at: Moment; readonly until: Moment }
): Promise<{
  readonly content: MemberContent;
  readonly parcel: KeyParcel;
  readonly line: InvitationLine;
}> {
  const reader = await makeReader();
  const content: MemberContent = {
    kind: 'members',
    did: 'invited',
    at,
    invitation: idOfInvitation(reader.identity),
    person: person.name,
    member: person.member,
    publicKey: toBase64(publicKeyOfSeed(voucherSeedOf(reader.identity))),
    recipient: reader.recipient,
    epochs: [...keyring.epochs.keys()].filter((epoch) => members.state.epochs.has(epoch)),
    ...(person.role && { role: person.role }),
    until
  };
  const line: InvitationLine = {
    carrier,
    library: members.library,
    name: members.state.founded?.name ?? '',
    person: person.name,
    member: person.member,
    founder: members.founder,
    identity: reader.identity,
    until
  };
  return {
    content,
    parcel: await makeParcel(keyring, reader.recipient),
    line
  };
}

/** The first row of a device that joins, and its keys from now on. */
export async function join(
  keys: DeviceKeys,
  { library, identity }: Pick<InvitationLine, 'library' | 'identity'>,
  isByRecovery: boolean,
  person: Person,
  at: Moment
): Promise<{ readonly content: MemberContent; readonly keys: DeviceKeys }> {
  const invitation = isByRecovery ? recovery : idOfInvitation(identity);
  const content: MemberContent = {
    kind: 'members',
    did: 'joined',
    at,
    invitation,
    voucher: vouch(voucherSeedOf(identity), library, keys.device),
    person: person.name,
    member: person.member,
    recipient: keys.reader.recipient,
    ...(person.role && { role: person.role })
  };
  const own = isByRecovery ? null : { id: invitation, reader: await readerOf(identity) };
  return { content, keys: { ...keys, invitation: own } };
}

export function admitDevice(device: string, at: Moment): MemberContent {
  return { kind: 'members', did: 'admitted', device, at };
}

export function seeDevice(device: string, at: Moment): MemberContent {
  return { kind: 'members', did: 'seen', device, at };
}

/** @param upTo how many of its rows were verified here: `Chains.count` */
export function remove(device: string, upTo: number, at: Moment): MemberContent {
  return { kind: 'members', did: 'removed', device, upTo, at };
}

export function leave(at: Moment): MemberContent {
  return { kind: 'members', did: 'left', at };
}

export function revoke(invitation: string, at: Moment): MemberContent {
  return { kind: 'members', did: 'revoked', invitation, at };
}

/** A recovery sheet, which takes the place of all. The parcel has to lie on the carrier before the row does. */
export async function makeSheet(
  members: Members,
  keyring: Keyring,
  at: Moment
): Promise<MadeSheet> {
  const reader = await makeReader();
  const { devices, epochs } = members.state;
  const gone = [...devices.values()].filter(({ standing }) => standing === 'removed');
  const content: MemberContent = {
    kind: 'members',
    did: 'sheet',
    at,
    recipient: reader.recipient,
    publicKey: toBase64(publicKeyOfSeed(voucherSeedOf(reader.identity))),
    epochs: [...keyring.epochs.keys()].filter((epoch) => epochs.has(epoch)),
    after: gone.map(({ device }) => device).sort(),
    instead: members.goodSheets().map(({ id }) => id)
  };
  const { library, founder } = members;
  return {
    content,
    parcel: await makeParcel(keyring, reader.recipient),
    sheet: { library, founder, identity: reader.identity }
  };
}

/** After somebody was removed, left, or lost an invitation: a key that they never get. */
export async function makeEpoch(
  members: Members,
  keyring: Keyring,
  at: Moment
): Promise<{ readonly content: MemberContent; readonly keyring: Keyring }> {
  const added = withNewEpoch(keyring);
  const to = [...members.readers()];
  const generations = [...members.state.epochs.values()].map(({ generation }) => generation);
  const file = await wrapEpochKeys(added.keyring, [added.epoch], recipientsOf(members, to));
  const generation = Math.min(Math.max(0, ...generations) + 1, 0x7fff_ffff);
  const content: MemberContent = {
    kind: 'members',
    did: 'epoch',
    at,
    epoch: added.epoch,
    generation,
    to,
    file
  };
  return { content, keyring: added.keyring };
}

/** Passes on what `Members.owed` says. Where two members do it at once, no harm is done. */
export async function passOn(
  members: Members,
  keyring: Keyring,
  owed: readonly OwedKeys[],
  at: Moment
): Promise<MemberContent> {
  const to = [...new Set(owed.flatMap((each) => each.to))].sort();
  const epochs = owed.map(({ epoch }) => epoch);
  const file = await wrapEpochKeys(keyring, epochs, recipientsOf(members, to));
  return { kind: 'members', did: 'passed-on', at, epochs, to, file };
}

function recipientsOf(members: Members, holders: readonly KeyHolder[]): readonly string[] {
  return holders.flatMap((holder) => members.recipientOf(holder) ?? []);
}
