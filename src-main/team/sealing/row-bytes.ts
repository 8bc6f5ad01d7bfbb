/**
 * What a sealed row is made of, byte by byte. All before the nonce is the header, which everybody can
 * read and which is authenticated with the rest:
 *
 *     “SPR” 1 · library 16 · epoch 16 · device 16 · n 4 · previous 32 · topic 16 · [public key 32, where n is 1]
 *     nonce 24 · sealed content and its tag · Ed25519 signature of all before it 64 · checksum 4
 *
 * The checksum tells damage, which happens, from forgery, which somebody does. It ends rows of every
 * format. Pure; knows no keys.
 */
import { fromHex, sha256Of, isEqual, toHex } from './bytes.js';
import { RowFault, shortDevice } from './row-fault.js';

/** As a carrier keeps it. */
export interface SealedRow {
  readonly device: string;
  /** From 1, without gaps in a device. */
  readonly n: number;
  readonly topic: string;
  readonly bytes: Uint8Array;
}

export interface RowHeader {
  readonly library: string;
  readonly epoch: string;
  readonly device: string;
  readonly n: number;
  /** The SHA-256 of the row before it, 64 hex digits: zeros for the first. */
  readonly previous: string;
  readonly topic: string;
  /** In the first row of a device, which introduces it; else null. */
  readonly publicKey: Uint8Array | null;
}

export interface RowParts extends RowHeader {
  readonly header: Uint8Array;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
  /** What the signature is of. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** SHA-256 of all before the checksum, 64 hex digits; the checksum is how it begins. */
  readonly hash: string;
}

export const noRow = '0'.repeat(64);
export const nonceLength = 24;
const signatureLength = 64;
const tagLength = 16;
const checksumLength = 4;
const version = 1;
const mark = Buffer.from('SPR');
const headerLength = 4 + 16 + 16 + 16 + 4 + 32 + 16;
export const mostRowsOfDevice = 0xffff_ffff;

export function headerBytes(header: RowHeader): Uint8Array {
  const { library, epoch, device, n, previous, topic, publicKey } = header;
  const number = Buffer.alloc(4);
  number.writeUInt32BE(n);
  return Buffer.concat([
    mark,
    Uint8Array.of(version),
    fromHex(library),
    fromHex(epoch),
    fromHex(device),
    number,
    fromHex(previous),
    fromHex(topic),
    publicKey ?? new Uint8Array()
  ]);
}

/** A row of its signed part and the signature, and its hash in hex digits. */
export function wholeRow(
  signed: Uint8Array,
  signature: Uint8Array
): { readonly bytes: Uint8Array; readonly hash: string } {
  const hash = sha256Of(signed, signature);
  const bytes = new Uint8Array(Buffer.concat([signed, signature, checksumOf(hash)]));
  return { bytes, hash: toHex(hash) };
}

function checksumOf(hash: Uint8Array): Uint8Array {
  return hash.subarray(0, checksumLength);
}

/** In hex digits, whatever the bytes are. */
export function hashOfRow(bytes: Uint8Array): string {
  return toHex(sha256Of(bytes.subarray(0, Math.max(0, bytes.length - checksumLength))));
}

/** Throws `RowFault` with `damaged` or `newer-program`. */
export function rowPartsOf({ device, n, bytes }: SealedRow): RowParts {
  const end = bytes.length - checksumLength;
  if (end < 4 || !mark.equals(bytes.subarray(0, 3))) throw damagedRow(device, n);
  const hash = sha256Of(bytes.subarray(0, end));
  if (!isEqual(checksumOf(hash), bytes.subarray(end))) throw damagedRow(device, n);
  const found = bytes[3] ?? 0;
  if (found > version) {
    const message = `Row ${n} of device ${shortDevice(device)} was sealed by a newer Standpoint (format ${found}; this one reads ${version}). Update Standpoint to read it. Nothing of it was taken in.`;
    throw new RowFault('newer-program', device, n, message);
  }
  if (found !== version || end < headerLength) throw damagedRow(device, n);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hex = (from: number, length: number) => buffer.toString('hex', from, from + length);
  const own = buffer.readUInt32BE(52);
  const sealedFrom = headerLength + (own === 1 ? 32 : 0) + nonceLength;
  const sealedTo = end - signatureLength;
  if (own === 0 || sealedTo - sealedFrom < tagLength) throw damagedRow(device, n);
  const nonceFrom = sealedFrom - nonceLength;
  return {
    library: hex(4, 16),
    epoch: hex(20, 16),
    device: hex(36, 16),
    n: own,
    previous: hex(56, 32),
    topic: hex(88, 16),
    publicKey: own === 1 ? new Uint8Array(bytes.subarray(headerLength, nonceFrom)) : null,
    header: bytes.subarray(0, nonceFrom),
    nonce: bytes.subarray(nonceFrom, sealedFrom),
    sealed: bytes.subarray(sealedFrom, sealedTo),
    signed: bytes.subarray(0, sealedTo),
    signature: bytes.subarray(sealedTo, end),
    hash: toHex(hash)
  };
}

export function damagedRow(device: string, n: number): RowFault {
  const message = `Row ${n} of device ${shortDevice(device)} is damaged: its bytes are not those that were sealed. Nothing of it was taken in.`;
  return new RowFault('damaged', device, n, message);
}
