/** The keys of one device: it signs with Ed25519 (Node's own), and reads what is wrapped for it as an age identity. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { ExpectedFailure } from '../../domain/base/result.js';
import { z } from '../../domain/base/zod.js';
import { bytesSchema, Hex32, idFromHash, randomKey, toBase64 } from './bytes.js';
import { makeReader, type Reader } from './wrap.js';

export interface DeviceKeys {
  /** Follows from the public key, so that nobody can give a device another's name. */
  readonly device: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly seed: Uint8Array;
  readonly reader: Reader;
  /** That of the invitation by which this device joined: keys may have been wrapped for it meanwhile. */
  readonly invitation: { readonly id: string; readonly reader: Reader } | null;
}

export async function makeDeviceKeys(): Promise<DeviceKeys> {
  return keysOf(randomKey(), await makeReader(), null);
}

function keysOf(
  seed: Uint8Array,
  reader: Reader,
  invitation: DeviceKeys['invitation']
): DeviceKeys {
  const publicKey = publicKeyOfSeed(seed);
  return { device: deviceIdOf(publicKey), publicKey, seed, reader, invitation };
}

export function deviceIdOf(publicKey: Uint8Array): string {
  return idFromHash('device', publicKey);
}

const StoredReader = z.strictObject({ identity: z.string(), recipient: z.string() });
const StoredKeys = z.strictObject({
  format: z.literal(1),
  seed: bytesSchema(32),
  reader: StoredReader,
  invitation: z.strictObject({ id: Hex32, reader: StoredReader }).nullable()
});

/** JSON with secrets, for a file that only its owner may read. */
export function encodeDeviceKeys({ seed, reader, invitation }: DeviceKeys): unknown {
  return { format: 1, seed: toBase64(seed), reader, invitation };
}

export function decodeDeviceKeys(json: unknown): DeviceKeys {
  const read = StoredKeys.safeParse(json);
  // What Zod says could quote what it found.
  if (!read.success) {
    throw new ExpectedFailure(
      'damaged-keys',
      'The file with the keys of this device is damaged. The library itself is whole; to share it again, join by a new invitation.'
    );
  }
  return keysOf(read.data.seed, read.data.reader, read.data.invitation);
}

const privateKeys = new WeakMap<Uint8Array, KeyObject>();
const publicKeys = new WeakMap<Uint8Array, KeyObject>();
/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410). */
const beforeSeed = Buffer.from('302e020100300506032b657004220420', 'hex');

function privateKeyOf(seed: Uint8Array): KeyObject {
  const known = privateKeys.get(seed);
  if (known) return known;
  const der = Buffer.concat([beforeSeed, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  privateKeys.set(seed, key);
  return key;
}

export function publicKeyOfSeed(seed: Uint8Array): Uint8Array {
  const { x } = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x ?? '', 'base64url'));
}

/** 64 bytes. */
export function signWith(seed: Uint8Array, bytes: Uint8Array): Uint8Array {
  return sign(null, bytes, privateKeyOf(seed));
}

/** Keys are prepared once each, so give the same array for the same device. */
export function isSignedBy(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array
): boolean {
  let key = publicKeys.get(publicKey);
  if (!key) {
    const x = toBase64(publicKey);
    key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    publicKeys.set(publicKey, key);
  }
  return verify(null, bytes, key, signature);
}
