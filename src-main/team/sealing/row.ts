/**
 * Seals what a device did into a row, and opens rows. A row is sealed with the key of an epoch
 * (XChaCha20-Poly1305) and signed by its device (Ed25519).
 */
import { randomBytes } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { deviceIdOf, type DeviceKeys, isSignedBy, signWith } from './device-keys.js';
import { type Keyring, topicOfMembers } from './keyring.js';
import {
  damagedRow,
  headerBytes,
  mostRowsOfDevice,
  nonceLength,
  rowPartsOf,
  type RowHeader,
  type RowParts,
  type SealedRow,
  wholeRow
} from './row-bytes.js';
import { type ChainHead, packContent, type RowContent, unpackContent } from './row-content.js';
import { RowFault, type RowFaultCode, shortDevice } from './row-fault.js';

/** Where a row stands: what `Chains.next` says, and what it is about. */
export interface ChainPlace {
  readonly topic: string;
  readonly n: number;
  readonly previous: string;
  /** Of other devices, as far as they are new: what `Chains.next` says. */
  readonly heads: readonly ChainHead[];
}

/** A row's header and whole hash, with the heads that it tells. */
export interface RowHead extends RowHeader {
  readonly hash: string;
  readonly heads: readonly ChainHead[];
}

export interface OpenedRow {
  readonly head: RowHead;
  readonly content: unknown;
}

/** The public key of a device whose rows count; null for all others. The same array each time. */
export type PublicKeyOf = (device: string) => Uint8Array | null;

/** @param content JSON of at most 32 MiB */
export function sealRow(
  content: unknown,
  { topic, n, previous, heads }: ChainPlace,
  { device, publicKey, seed }: DeviceKeys,
  { library, epochs }: Keyring,
  epoch: string
): { readonly row: SealedRow; readonly head: RowHead } {
  const key = epochs.get(epoch);
  if (!key) throw new Error('There is no key of this epoch in the keyring');
  if (!(n >= 1 && n <= mostRowsOfDevice)) throw new Error(`A row with the number ${n}`);
  const introduced = n === 1 ? publicKey : null;
  const header = { library, epoch, device, n, previous, topic, publicKey: introduced };
  const clear = headerBytes(header);
  const nonce = randomBytes(nonceLength);
  const sealed = xchacha20poly1305(key, nonce, clear).encrypt(
    packContent({ content, heads }, device)
  );
  const signed = Buffer.concat([clear, nonce, sealed]);
  const { bytes, hash } = wholeRow(signed, signWith(seed, signed));
  return {
    row: { device, n, topic, bytes },
    head: { ...header, hash, heads }
  };
}

/** Throws `RowFault`. Whether the row is the next of its device, `Chains` tells. */
export function openRow(row: SealedRow, keyring: Keyring, publicKeyOf: PublicKeyOf): OpenedRow {
  const parts = rowPartsOf(row);
  return openParts(row, parts, keyring, publicKeyOf, isGenuine(parts, keyring, publicKeyOf));
}

/**
 * As `openRow` for many rows, in the order in which a carrier hands them out. The newest row of each
 * device is checked by its signature, and those before it by the chain of hashes that leads to it:
 * so opening many takes a small part of the time. Where a chain is broken each row is checked.
 */
export function openRows(
  rows: readonly SealedRow[],
  keyring: Keyring,
  publicKeyOf: PublicKeyOf
): readonly (OpenedRow | RowFault)[] {
  /** By device: which row has to stand before the one that was looked at last. */
  const wanted = new Map<string, string>();
  const opened = rows.toReversed().map((row) => {
    try {
      const parts = rowPartsOf(row);
      const isVouchedFor = wanted.get(parts.device) === parts.hash;
      const isSigned = isVouchedFor || isGenuine(parts, keyring, publicKeyOf);
      if (isSigned) wanted.set(parts.device, parts.previous);
      return openParts(row, parts, keyring, publicKeyOf, isSigned);
    } catch (error) {
      if (error instanceof RowFault) return error;
      throw error;
    }
  });
  return opened.reverse();
}

/** As `openRows`, without those that are faulty. */
export function openWholeRows(...of: Parameters<typeof openRows>): readonly OpenedRow[] {
  return openRows(...of).filter((each): each is OpenedRow => !(each instanceof RowFault));
}

/** What a row says what it is; `undefined`: nothing. */
export function kindOfContent({ content }: OpenedRow): unknown {
  return (content as { readonly kind?: unknown } | null)?.kind;
}

/** A device that is not known yet speaks for itself in its first row among those about members. */
function publicKeyFor(
  { device, publicKey, topic }: RowParts,
  keyring: Keyring,
  publicKeyOf: PublicKeyOf
): Uint8Array | null {
  const known = publicKeyOf(device);
  if (known || !publicKey || deviceIdOf(publicKey) !== device) return known;
  return topic === topicOfMembers(keyring) ? publicKey : null;
}

function isGenuine(parts: RowParts, keyring: Keyring, publicKeyOf: PublicKeyOf): boolean {
  const isIntroduced = parts.publicKey === null || deviceIdOf(parts.publicKey) === parts.device;
  const publicKey = publicKeyFor(parts, keyring, publicKeyOf);
  if (publicKey === null || !isIntroduced) return false;
  return isSignedBy(publicKey, parts.signed, parts.signature);
}

function openParts(
  row: SealedRow,
  parts: RowParts,
  keyring: Keyring,
  publicKeyOf: PublicKeyOf,
  isSigned: boolean
): OpenedRow {
  const isShownAsItIs =
    parts.device === row.device && parts.n === row.n && parts.topic === row.topic;
  const fault = (code: RowFaultCode, what: string, kept = 'Nothing of it was taken in.') =>
    new RowFault(
      code,
      row.device,
      row.n,
      `Row ${row.n} of device ${shortDevice(row.device)} ${what} ${kept}`
    );
  if (parts.library !== keyring.library) {
    throw fault('other-library', 'belongs to another library.');
  }
  if (publicKeyFor(parts, keyring, publicKeyOf) === null) {
    if (!isShownAsItIs) throw damagedRow(row.device, row.n);
    throw fault('unknown-device', 'is from a device that does not belong to the library.');
  }
  const key = keyring.epochs.get(parts.epoch);
  if (!isSigned) {
    // Only who has the key of the epoch can seal so that it opens.
    if (key && contentOf(parts, key)) {
      throw fault('forged', 'does not carry its signature: somebody else made it.');
    }
    throw damagedRow(row.device, row.n);
  }
  if (!isShownAsItIs) {
    const truth = `was handed out for what it is not: it is row ${parts.n} of device ${shortDevice(parts.device)}.`;
    throw fault('forged', truth);
  }
  if (!key) {
    throw fault(
      'no-key',
      'is sealed with a key that this device does not have.',
      'It can be read once a member has passed the key on.'
    );
  }
  const content = contentOf(parts, key);
  if (!content) throw damagedRow(row.device, row.n);
  const { library, epoch, device, n, previous, topic, publicKey, hash } = parts;
  const head = { library, epoch, device, n, previous, topic, publicKey, hash };
  return { head: { ...head, heads: content.heads }, content: content.content };
}

/** Null where the key does not open it, or what it opens to is no content. */
function contentOf(
  { device, header, nonce, sealed }: RowParts,
  key: Uint8Array
): RowContent | null {
  try {
    return unpackContent(xchacha20poly1305(key, nonce, header).decrypt(sealed), device);
  } catch {
    // The tag does not fit, or its device sealed what is no content. Which, nobody can act on.
    return null;
  }
}
