/**
 * Seals source texts and originals for a carrier. Nobody signs them: who names a file in a sealed
 * row names the SHA-256 of its content, and that is checked here.
 *
 *     “SPF” 1 · library 16 · epoch 16 · nonce 24 · sealed content and its tag · checksum 4
 */
import { createHmac, randomBytes } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { fromHex, sha256Of, isEqual, toHex } from './bytes.js';
import type { Keyring } from './keyring.js';

const version = 1;
const mark = Buffer.from('SPF');
const headerLength = 4 + 16 + 16;
const nonceLength = 24;
const tagLength = 16;
const checksumLength = 4;

/** By what name a carrier keeps the content of this SHA-256 (64 hex digits): it tells nothing of the content. */
export function fileNameOf({ topicKey }: Keyring, hash: string): string {
  return createHmac('sha256', topicKey).update(`file\n${hash}`).digest('hex').slice(0, 32);
}

export function sealFile(
  content: Uint8Array,
  keyring: Keyring,
  epoch: string
): { readonly name: string; readonly bytes: Uint8Array } {
  const key = keyring.epochs.get(epoch);
  if (!key) throw new Error('There is no key of this epoch in the keyring');
  const name = fileNameOf(keyring, toHex(sha256Of(content)));
  const ids = [fromHex(keyring.library), fromHex(epoch)];
  const header = Buffer.concat([mark, Uint8Array.of(version), ...ids]);
  const nonce = randomBytes(nonceLength);
  const sealed = xchacha20poly1305(key, nonce, header).encrypt(content);
  const checksum = checksumOf(header, nonce, sealed);
  return { name, bytes: new Uint8Array(Buffer.concat([header, nonce, sealed, checksum])) };
}

/**
 * The content, which has this SHA-256. Throws `ExpectedFailure` with `damaged`, `no-key`,
 * `other-library` or `newer-program`.
 */
export function openSealedFile(bytes: Uint8Array, hash: string, keyring: Keyring): Uint8Array {
  const fault = (code: string, what: string) =>
    new ExpectedFailure(code, `The shared file ${hash.slice(0, 8)} ${what}`);
  const damage = () =>
    fault(
      'damaged',
      'is damaged on its way or where it is kept. It was not taken in; the source it belongs to is whole.'
    );
  const end = bytes.length - checksumLength;
  if (end < 4 || !mark.equals(bytes.subarray(0, 3))) throw damage();
  if (!isEqual(checksumOf(bytes.subarray(0, end)), bytes.subarray(end))) throw damage();
  const found = bytes[3] ?? 0;
  if (found > version) {
    throw fault(
      'newer-program',
      `was sealed by a newer Standpoint (format ${found}; this one reads ${version}). Update Standpoint to read it.`
    );
  }
  if (found !== version || end < headerLength + nonceLength + tagLength) throw damage();
  if (toHex(bytes.subarray(4, 20)) !== keyring.library) {
    throw fault('other-library', 'belongs to another library. It was not taken in.');
  }
  const key = keyring.epochs.get(toHex(bytes.subarray(20, 36)));
  if (!key) {
    throw fault(
      'no-key',
      'is sealed with a key that this device does not have. It can be read once a member has passed the key on.'
    );
  }
  const header = bytes.subarray(0, headerLength);
  const nonce = bytes.subarray(headerLength, headerLength + nonceLength);
  const aead = xchacha20poly1305(key, nonce, header);
  let content: Uint8Array;
  try {
    content = aead.decrypt(bytes.subarray(headerLength + nonceLength, end));
  } catch {
    // The library says only that the tag does not fit.
    throw damage();
  }
  if (toHex(sha256Of(content)) !== hash) throw damage();
  return content;
}

/** Of files of every format: so damage is not taken for another library, key or program. */
function checksumOf(...parts: readonly Uint8Array[]): Uint8Array {
  return sha256Of(...parts).subarray(0, checksumLength);
}
