/**
 * An invitation: one line that is handed to a person, and a parcel with the keys that lies on the
 * carrier and that only the line opens. Whoever has the line and gets at the carrier can read the
 * library and ask to join, so the line is a secret.
 */
import { hkdfSync } from 'node:crypto';
import { ExpectedFailure } from '../../domain/base/result.js';
import { Moment } from '../../domain/base/values.js';
import { z } from '../../domain/base/zod.js';
import {
  bytesSchema,
  fromBase64,
  sha256Of,
  Hex32,
  idFromHash,
  isEqual,
  toBase64
} from './bytes.js';
import { publicKeyOfSeed } from './device-keys.js';
import { decodeKeyring, encodeKeyring, type Keyring } from './keyring.js';
import { invitationIdOf } from './member-facts.js';
import { unwrap, wrap } from './wrap.js';

export interface InvitationLine {
  /** The carrier's address; for a relay with the role and password that were made for the newcomer. */
  readonly carrier: string;
  readonly library: string;
  /** The library's. */
  readonly name: string;
  /** For whom it was made. */
  readonly person: string;
  readonly member: string;
  /** The founding device's public key: the library's fingerprint. */
  readonly founder: Uint8Array;
  /** Opens the parcel, and vouches for who joins. */
  readonly identity: string;
  readonly until: Moment;
}

/** A file for the carrier. */
export interface KeyParcel {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The seed of the key that vouches; it follows from the identity, so that the line carries one secret. */
export function voucherSeedOf(identity: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', identity, '', 'standpoint voucher 1', 32));
}

export function idOfInvitation(identity: string): string {
  return invitationIdOf(publicKeyOfSeed(voucherSeedOf(identity)));
}

export function parcelNameOf(recipient: string): string {
  return idFromHash('parcel', recipient);
}

export async function makeParcel(keyring: Keyring, recipient: string): Promise<KeyParcel> {
  const secret = Buffer.from(JSON.stringify(encodeKeyring(keyring)));
  return { name: parcelNameOf(recipient), bytes: await wrap(secret, [recipient]) };
}

/** Throws `ExpectedFailure` with `no-key`, `damaged`, `other-library` or `damaged-keys`. */
export async function openParcel(
  bytes: Uint8Array,
  { identity, library }: Pick<InvitationLine, 'identity' | 'library'>
): Promise<Keyring> {
  const text = Buffer.from(await unwrap(bytes, identity)).toString('utf8');
  const keyring = decodeKeyring(parsed(text));
  if (keyring.library === library) return keyring;
  throw new ExpectedFailure(
    'other-library',
    'The keys that lie on the server or in the folder for this invitation belong to another library. Nothing was taken in.'
  );
}

/** Null, which no schema takes, where it is no JSON: an error of the parser would quote it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The schema refuses it with a sentence.
    return null;
  }
}

const mark = 'standpoint-join:';
const version = 1;

const Line = z.object({
  carrier: z.string().min(1).max(12_000),
  library: Hex32,
  name: z.string().min(1).max(200),
  person: z.string().min(1).max(200),
  member: Hex32,
  founder: bytesSchema(32),
  identity: z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/),
  until: Moment
});

/** `standpoint-join:1.….`, with a checksum. A file of an invitation holds this line. */
export function encodeInvitation(line: InvitationLine): string {
  const json = Buffer.from(JSON.stringify({ ...line, founder: toBase64(line.founder) }));
  return `${mark}${version}.${toBase64(Buffer.concat([json, checksumOf(json)]))}.`;
}

/**
 * @param text the line, or a text in which it stands; spaces and line ends within it do no harm
 * Throws `ExpectedFailure` with `no-invitation`, `newer-program` or `damaged`.
 */
export function decodeInvitation(text: string): InvitationLine {
  const start = text.indexOf(mark);
  const [, found, code = ''] =
    /^(\d{1,6})\.([\w-]*)/.exec(
      start < 0 ? '' : text.slice(start + mark.length).replace(/\s/g, '')
    ) ?? [];
  if (found === undefined) {
    throw new ExpectedFailure(
      'no-invitation',
      `This is no invitation. An invitation is one line that begins with “${mark}”.`
    );
  }
  if (Number(found) > version) {
    throw new ExpectedFailure(
      'newer-program',
      `This invitation was made by a newer Standpoint (format ${found}; this one reads ${version}). Update Standpoint to join.`
    );
  }
  const bytes = fromBase64(code);
  const json = bytes.subarray(0, Math.max(0, bytes.length - 4));
  const read = isEqual(checksumOf(json), bytes.subarray(json.length))
    ? Line.safeParse(parsed(Buffer.from(json).toString('utf8')))
    : null;
  if (read?.success && Number(found) === version) return read.data;
  throw new ExpectedFailure(
    'damaged',
    'This invitation is damaged: it was cut short, or changed on its way. Ask for the whole line or for its file; nothing was changed here.'
  );
}

function checksumOf(bytes: Uint8Array): Uint8Array {
  return sha256Of(bytes).subarray(0, 4);
}
