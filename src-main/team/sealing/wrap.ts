/** Keys wrapped as age files (https://age-encryption.org/v1), for one or several readers. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ExpectedFailure } from '../../domain/base/result.js';
import { z } from '../../domain/base/zod.js';

/** Somebody for whom keys can be wrapped. The identity (`AGE-SECRET-KEY-1…`) is a secret. */
export interface Reader {
  readonly identity: string;
  readonly recipient: string;
}

/** An age recipient of the plain kind. */
export const Recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

export async function makeReader(): Promise<Reader> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export async function readerOf(identity: string): Promise<Reader> {
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Each of the recipients can read it, and nobody sees from the file who they are. */
export async function wrap(secret: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  return encrypter.encrypt(secret);
}

/** Throws `ExpectedFailure` with `no-key` where it is for somebody else, `damaged` where its bytes are not whole. */
export async function unwrap(file: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    // The library tells these apart by its words only.
    if (error instanceof Error && /no identity matched/.test(error.message)) {
      throw new ExpectedFailure('no-key', 'These keys were wrapped for somebody else.');
    }
    throw new ExpectedFailure('damaged', 'The wrapped keys are damaged; nothing was taken in.');
  }
}
