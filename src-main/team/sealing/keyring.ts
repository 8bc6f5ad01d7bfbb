/** The keys of a library: one names topics and files for ever, and one seals in each epoch. */
import { createHmac, randomBytes } from 'node:crypto';
import { ExpectedFailure } from '../../domain/base/result.js';
import { z } from '../../domain/base/zod.js';
import { bytesSchema, fromHex, Hex32, idFromHash, randomKey, toBase64, toHex } from './bytes.js';

export interface Keyring {
  /** The library's id. */
  readonly library: string;
  readonly topicKey: Uint8Array;
  /** The id of an epoch follows from its key: so a wrong key shows, and a row is bound to one key. */
  readonly epochs: ReadonlyMap<string, Uint8Array>;
}

export function epochIdOf(library: string, key: Uint8Array): string {
  return idFromHash('epoch', fromHex(library), key);
}

/** A new library's, with one epoch. */
export function makeKeyring(): Keyring {
  const empty = { library: toHex(randomBytes(16)), topicKey: randomKey(), epochs: new Map() };
  return withNewEpoch(empty).keyring;
}

export function withNewEpoch(keyring: Keyring): {
  readonly keyring: Keyring;
  readonly epoch: string;
} {
  const key = randomKey();
  return { keyring: withEpochKeys(keyring, [key]), epoch: epochIdOf(keyring.library, key) };
}

export function withEpochKeys(keyring: Keyring, keys: Iterable<Uint8Array>): Keyring {
  const added = [...keys].map((key) => [epochIdOf(keyring.library, key), key] as const);
  return { ...keyring, epochs: new Map([...keyring.epochs, ...added]) };
}

/**
 * Names a thing to the carrier so that it cannot tell what it is: the same for all rows about one
 * thing, and never the same in two libraries.
 */
export function topicOf({ topicKey }: Keyring, kind: string, id: string): string {
  // Lengths keep (“a”, “bc”) and (“ab”, “c”) apart.
  const text = `topic\n${kind.length}\n${kind}\n${id}`;
  return createHmac('sha256', topicKey).update(text).digest('hex').slice(0, 32);
}

/** Of the rows that say who belongs to the library. */
export function topicOfMembers(keyring: Keyring): string {
  return topicOf(keyring, 'members', '');
}

const StoredKeyring = z.strictObject({
  format: z.literal(1),
  library: Hex32,
  topicKey: bytesSchema(32),
  epochs: z.array(bytesSchema(32)).min(1).max(10_000)
});

/** JSON with secrets, for a file that only its owner may read, or to be wrapped. */
export function encodeKeyring({ library, topicKey, epochs }: Keyring): unknown {
  const keys = [...epochs.values()].map(toBase64);
  return { format: 1, library, topicKey: toBase64(topicKey), epochs: keys };
}

export function decodeKeyring(json: unknown): Keyring {
  const read = StoredKeyring.safeParse(json);
  // What Zod says could quote what it found.
  if (!read.success) {
    throw new ExpectedFailure(
      'damaged-keys',
      'The keys of the team library are damaged. What is in the local library is whole; to share it again, join by a new invitation.'
    );
  }
  const { library, topicKey, epochs } = read.data;
  return withEpochKeys({ library, topicKey, epochs: new Map() }, epochs);
}
