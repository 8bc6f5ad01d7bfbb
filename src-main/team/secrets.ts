/** What makes a library a member: its keys and where the others are. It lies in a file for this user alone, and never comes back when that is lost. */
import { ExpectedFailure } from '../domain/base/result.js';
import { z } from '../domain/base/zod.js';
import { bytesSchema, toBase64 } from './sealing/bytes.js';
import { decodeDeviceKeys, type DeviceKeys, encodeDeviceKeys } from './sealing/device-keys.js';
import { decodeKeyring, encodeKeyring, type Keyring } from './sealing/keyring.js';
import type { RecoverySecret } from './sealing/recovery-sheet.js';
import type { TeamFiles } from './team-files.js';

export interface Secrets {
  /** The carrier's address, with a password where it needs one. */
  readonly address: string;
  readonly keys: DeviceKeys;
  readonly keyring: Keyring;
  /** The founding device's public key. */
  readonly founder: Uint8Array;
  /** The team library's name. */
  readonly name: string;
  /** That of the person who works here, as the others know her. */
  readonly person: string;
  /** What opens the recovery sheet that was made here, or by which this library joined; it may be good no more. */
  readonly sheet: RecoverySecret | null;
}

const StoredSecrets = z.strictObject({
  format: z.literal(1),
  address: z.string(),
  keys: z.unknown(),
  keyring: z.unknown(),
  founder: bytesSchema(32),
  name: z.string(),
  person: z.string(),
  sheetIdentity: z.string().nullable()
});

/** Throws `damaged-keys` where neither the file nor its second copy is whole. */
export async function readSecrets(files: TeamFiles): Promise<Secrets> {
  const stored = await files.read('secrets', StoredSecrets);
  if (!stored) {
    throw new ExpectedFailure(
      'damaged-keys',
      `The keys in ${files.folder} are damaged, so this library is not shared any more. All that it holds is whole. To share it again, join by a new invitation.`
    );
  }
  const { address, founder, name, person, sheetIdentity } = stored;
  const keyring = decodeKeyring(stored.keyring);
  const { library } = keyring;
  const sheet = sheetIdentity === null ? null : { library, founder, identity: sheetIdentity };
  return { address, keys: decodeDeviceKeys(stored.keys), keyring, founder, name, person, sheet };
}

/** Resolves once both copies are safe. */
export async function writeSecrets(
  files: TeamFiles,
  { address, keys, keyring, founder, name, person, sheet }: Secrets
): Promise<void> {
  await files.write('secrets', {
    format: 1,
    address,
    keys: encodeDeviceKeys(keys),
    keyring: encodeKeyring(keyring),
    founder: toBase64(founder),
    name,
    person,
    sheetIdentity: sheet?.identity ?? null
  } satisfies z.input<typeof StoredSecrets>);
}
