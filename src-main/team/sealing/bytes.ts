/** Bytes as text and back, hashes, and fields of fixed length. Nothing here is secret by itself. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from '../../domain/base/zod.js';

/** Ids of libraries, devices, epochs, topics, invitations and files: 32 hex digits in small letters. */
export const Hex32 = z.string().regex(/^[0-9a-f]{32}$/);
/** SHA-256 in small hex digits. */
export const Hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes in base64url without padding, of `length` where that is given. */
export function bytesSchema(length?: number) {
  return z
    .string()
    .regex(/^[\w-]*$/)
    .transform((text) => fromBase64(text))
    .refine((bytes) => length === undefined || bytes.length === length, 'of another length');
}

/** base64url without padding. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

export function fromHex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

/** Of all parts one after the other. */
export function sha256Of(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** An id that follows from what it names: `label` keeps ids of different kinds apart. */
export function idFromHash(label: string, ...parts: readonly (Uint8Array | string)[]): string {
  return toHex(sha256Of(`standpoint ${label}\n`, ...parts).subarray(0, 16));
}

export function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** 32 bytes that nobody can guess. */
export function randomKey(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}
