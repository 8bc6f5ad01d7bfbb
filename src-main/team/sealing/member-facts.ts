/**
 * What rows of the topic of members can say. Each is a fact that its device states and signs; which
 * facts count, and who belongs to the library then, follows in `members.ts`.
 */
import { Moment } from '../../domain/base/values.js';
import { z } from '../../domain/base/zod.js';
import { bytesSchema, fromHex, Hex32, idFromHash, toBase64 } from './bytes.js';
import { isSignedBy, signWith } from './device-keys.js';
import { Recipient } from './wrap.js';

/** For whom an epoch's key was wrapped: a device, an invitation, or a recovery sheet; `recovery` is the founder’s first. */
export const recovery = 'recovery';
export const KeyHolder = z.union([Hex32, z.literal(recovery)]);
export type KeyHolder = z.infer<typeof KeyHolder>;

const Name = z.string().min(1).max(200);
const Base64 = z
  .string()
  .regex(/^[\w-]+$/)
  .max(400_000);
const Generation = z.int().min(1).max(0x7fff_ffff);
const Holders = z.array(KeyHolder).min(1).max(2_000);
/** Of a server, by which a device reaches it; so that members can say which role to end. */
const Role = z.string().min(1).max(63).optional();
const shared = { kind: z.literal('members'), at: Moment };

const Founded = z.strictObject({
  ...shared,
  did: z.literal('founded'),
  /** The library's. */
  name: Name,
  person: Name,
  member: Hex32,
  recipient: Recipient,
  epoch: Hex32,
  role: Role,
  /** Who has the recovery sheet reads with this recipient, and joins by this key. */
  recovery: z.strictObject({ recipient: Recipient, publicKey: bytesSchema(32) })
});

/** A member made an invitation, for a person of this name; `member` is the inviter’s own for a further device. */
const Invited = z.strictObject({
  ...shared,
  did: z.literal('invited'),
  invitation: Hex32,
  person: Name,
  member: Hex32,
  publicKey: bytesSchema(32),
  recipient: Recipient,
  /** The epochs whose keys it brings. */
  epochs: z.array(Hex32).min(1).max(10_000),
  /** That the newcomer is given. */
  role: Role,
  until: Moment
});

const Revoked = z.strictObject({ ...shared, did: z.literal('revoked'), invitation: Hex32 });

/** The first row of a device that joins; `voucher` is what only who has the invitation can make. */
const Joined = z.strictObject({
  ...shared,
  did: z.literal('joined'),
  invitation: KeyHolder,
  voucher: bytesSchema(64),
  person: Name,
  member: Hex32,
  recipient: Recipient,
  /** Where it is not the invitation’s. */
  role: Role
});

/** A member has seen that the device joined by a good invitation. */
const Admitted = z.strictObject({ ...shared, did: z.literal('admitted'), device: Hex32 });

/** A member has seen that the device came by a recovery sheet that was good then. */
const Seen = z.strictObject({ ...shared, did: z.literal('seen'), device: Hex32 });

/** Rows of the device up to this one count; those are what the remover had verified. */
const Removed = z.strictObject({
  ...shared,
  did: z.literal('removed'),
  device: Hex32,
  upTo: z.int().min(0).max(0xffff_ffff)
});

/** Its own last row. */
const Left = z.strictObject({ ...shared, did: z.literal('left') });

/** A new epoch: its key, as an age file that those in `to` can read. */
const NewEpoch = z.strictObject({
  ...shared,
  did: z.literal('epoch'),
  epoch: Hex32,
  /** Greater than that of every epoch that its maker knew. */
  generation: Generation,
  to: Holders,
  file: Base64
});

/** Keys of epochs for those who were invited where the epoch's maker did not see it. */
const PassedOn = z.strictObject({
  ...shared,
  did: z.literal('passed-on'),
  epochs: z.array(Hex32).min(1).max(10_000),
  to: Holders,
  file: Base64
});

/** A member made a new recovery sheet. */
const MadeSheet = z.strictObject({
  ...shared,
  did: z.literal('sheet'),
  /** As those of `founded`. */
  recipient: Recipient,
  publicKey: bytesSchema(32),
  /** The epochs whose keys it brings. */
  epochs: z.array(Hex32).min(1).max(10_000),
  /** The devices that were removed before, as far as its maker knew: they cannot have seen it. */
  after: z.array(Hex32).max(10_000),
  /** Sheets that it takes the place of. */
  instead: z.array(KeyHolder).max(100)
});

export const MemberFact = z.discriminatedUnion('did', [
  Founded,
  Invited,
  Revoked,
  Joined,
  Admitted,
  Removed,
  Left,
  NewEpoch,
  PassedOn,
  MadeSheet,
  Seen
]);
export type MemberFact = z.infer<typeof MemberFact>;
/** Of one kind, as it is sealed. */
export type MemberContent = z.input<typeof MemberFact>;
export type FactOf<Did extends MemberFact['did']> = Extract<MemberFact, { did: Did }>;

/** Follows from the key that vouches for who joins by it. */
export function invitationIdOf(publicKey: Uint8Array): string {
  return idFromHash('invitation', publicKey);
}

function vouched(library: string, device: string): Uint8Array {
  return Buffer.concat([Buffer.from('standpoint voucher 1\n'), fromHex(library), fromHex(device)]);
}

/** Says with an invitation’s key that this device may join; good for this device and library only. */
export function vouch(seed: Uint8Array, library: string, device: string): string {
  return toBase64(signWith(seed, vouched(library, device)));
}

export function isVouchedFor(
  { voucher }: FactOf<'joined'>,
  publicKey: Uint8Array,
  library: string,
  device: string
): boolean {
  return isSignedBy(publicKey, vouched(library, device), voucher);
}
