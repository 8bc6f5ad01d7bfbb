/**
 * Seals source texts and originals for a carrier. Nobody signs them: who names a file in a sealed
 * row names the SHA-256 of its content, and that is checked here.
 *
 *     “SPF” 2 · library 16 · epoch 16 · sealed content and its tag · checksum 4
 *
 * AES-256-GCM, of the platform’s own code, since a file may be large; each content has a key of its
 * own, made of the epoch’s, so that equal content makes equal bytes and no nonce is needed. Version 1,
 * which is read only, had a nonce behind the epoch and XChaCha20-Poly1305.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import { fromHex, isEqual, toHex } from './bytes.js';
import type { Keyring } from './keyring.js';

const version = 2;
const mark = Buffer.from('SPF');
const headerLength = 4 + 16 + 16;
const tagLength = 16;
const checksumLength = 4;
/** In version 1. */
const nonceLength = 24;
/** A key seals one content and no other. */
const noNonce = Buffer.alloc(12);
/** Bytes that are worked on before others have their turn. */
const step = 1024 * 1024;

/** By what name a carrier keeps the content of this SHA-256 (64 hex digits): it tells nothing of the content. */
export function fileNameOf({ topicKey }: Keyring, hash: string): string {
  return createHmac('sha256', topicKey).update(`file\n${hash}`).digest('hex').slice(0, 32);
}

/** The same bytes for the same content and epoch, so that putting them where others put them changes nothing. */
export async function sealFile(
  content: Uint8Array,
  keyring: Keyring,
  epoch: string
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const epochKey = keyring.epochs.get(epoch);
  if (!epochKey) throw new Error('There is no key of this epoch in the keyring');
  const hash = await sha256InSteps(content);
  const ids = [fromHex(keyring.library), fromHex(epoch)];
  const header = Buffer.concat([mark, Uint8Array.of(version), ...ids]);
  const cipher = createCipheriv('aes-256-gcm', keyOf(epochKey, keyring, hash), noNonce);
  cipher.setAAD(header);
  const end = headerLength + content.length + tagLength;
  const bytes = new Uint8Array(end + checksumLength);
  bytes.set(header);
  await inSteps(content, (part, at) => bytes.set(cipher.update(part), headerLength + at));
  cipher.final();
  bytes.set(cipher.getAuthTag(), end - tagLength);
  bytes.set(await checksumOf(bytes.subarray(0, end)), end);
  return { name: fileNameOf(keyring, hash), bytes };
}

/**
 * The content, which has this SHA-256. Rejects with an `ExpectedFailure`: `damaged`, `no-key`,
 * `other-library` or `newer-program`.
 */
export async function openSealedFile(
  bytes: Uint8Array,
  hash: string,
  keyring: Keyring
): Promise<Uint8Array> {
  const fault = (code: string, what: string) =>
    new ExpectedFailure(code, `The shared file ${hash.slice(0, 8)} ${what}`);
  const damage = () =>
    fault(
      'damaged',
      'is damaged on its way or where it is kept. It was not taken in; the source it belongs to is whole.'
    );
  const end = bytes.length - checksumLength;
  if (end < 4 || !mark.equals(bytes.subarray(0, 3))) throw damage();
  if (!isEqual(await checksumOf(bytes.subarray(0, end)), bytes.subarray(end))) throw damage();
  const found = bytes[3] ?? 0;
  if (found > version) {
    throw fault(
      'newer-program',
      `was sealed by a newer Standpoint (format ${found}; this one reads ${version}). Update Standpoint to read it.`
    );
  }
  const least = headerLength + tagLength + (found === 1 ? nonceLength : 0);
  if (found < 1 || end < least) throw damage();
  if (toHex(bytes.subarray(4, 20)) !== keyring.library) {
    throw fault('other-library', 'belongs to another library. It was not taken in.');
  }
  const epochKey = keyring.epochs.get(toHex(bytes.subarray(20, 36)));
  if (!epochKey) {
    throw fault(
      'no-key',
      'is sealed with a key that this device does not have. It can be read once a member has passed the key on.'
    );
  }
  const header = bytes.subarray(0, headerLength);
  const sealed = bytes.subarray(headerLength, end);
  let content: Uint8Array;
  try {
    content =
      found === 1
        ? openFirstVersion(sealed, header, epochKey)
        : await decrypt(sealed, header, keyOf(epochKey, keyring, hash));
  } catch {
    // The library says only that the tag does not fit.
    throw damage();
  }
  if ((await sha256InSteps(content)) !== hash) throw damage();
  return content;
}

async function decrypt(
  sealed: Uint8Array,
  header: Uint8Array,
  key: Uint8Array
): Promise<Uint8Array> {
  const end = sealed.length - tagLength;
  const cipher = createDecipheriv('aes-256-gcm', key, noNonce, { authTagLength: tagLength });
  cipher.setAAD(header);
  cipher.setAuthTag(sealed.subarray(end));
  const content = new Uint8Array(end);
  await inSteps(sealed.subarray(0, end), (part, at) => content.set(cipher.update(part), at));
  cipher.final();
  return content;
}

function openFirstVersion(
  sealed: Uint8Array,
  header: Uint8Array,
  epochKey: Uint8Array
): Uint8Array {
  const nonce = sealed.subarray(0, nonceLength);
  return xchacha20poly1305(epochKey, nonce, header).decrypt(sealed.subarray(nonceLength));
}

/** Of the file with this content, and of nothing else. */
function keyOf(epochKey: Uint8Array, { library }: Keyring, hash: string): Uint8Array {
  return createHmac('sha256', epochKey).update(`standpoint file\n${library}\n${hash}`).digest();
}

/** Of files of every format: so damage is not taken for another library, key or program. */
async function checksumOf(bytes: Uint8Array): Promise<Uint8Array> {
  return fromHex(await sha256InSteps(bytes)).subarray(0, checksumLength);
}

async function sha256InSteps(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  await inSteps(bytes, (part) => hash.update(part));
  return hash.digest('hex');
}

/** An original of 200 MB must not keep anything waiting. */
async function inSteps(
  bytes: Uint8Array,
  work: (part: Uint8Array, at: number) => unknown
): Promise<void> {
  for (let at = 0; at < bytes.length; at += step) {
    if (at > 0) await nextTurn();
    work(bytes.subarray(at, at + step), at);
  }
}
