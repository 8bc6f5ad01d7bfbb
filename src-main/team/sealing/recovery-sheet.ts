/**
 * The recovery sheet: what is needed to read a library, and to take it over, when all devices are
 * lost. It is printed and typed in again: letters without look-alikes, small or large, and a checksum
 * in each line.
 */
import { base32crockford, bech32 } from '@scure/base';
import { ExpectedFailure } from '../../domain/base/result.js';
import { fromHex, sha256Of, isEqual, toHex } from './bytes.js';

export interface RecoverySecret {
  readonly library: string;
  /** The founding device's public key. */
  readonly founder: Uint8Array;
  /** An age identity, for which every epoch's key is wrapped as well. */
  readonly identity: string;
}

const version = 1;
/** Of what a line holds; its 16 letters are followed by 4 of its checksum. */
const bytesOfLine = 10;
const lettersOfLine = 20;
const lineCount = 9;
const prefix = 'age-secret-key-';

/** Nine numbered lines such as `3  7K3M-2Q9P-XR4T-0VWA-ZB5N`. */
export function recoveryLines({ library, founder, identity }: RecoverySecret): readonly string[] {
  const secret = bech32.decodeToBytes(identity.toLowerCase()).bytes;
  const body = Buffer.concat([Uint8Array.of(version), fromHex(library), founder, secret]);
  const whole = Buffer.alloc(bytesOfLine * lineCount);
  whole.set(body);
  whole.set(sha256Of(body).subarray(0, whole.length - body.length), body.length);
  return Array.from({ length: lineCount }, (_, index) => {
    const bytes = whole.subarray(index * bytesOfLine, (index + 1) * bytesOfLine);
    const letters = base32crockford.encode(bytes) + checkOf(index, bytes);
    return `${index + 1}  ${(letters.match(/.{4}/g) ?? []).join('-')}`;
  });
}

const likeLine = /^\s*(?:[1-9][\s.:)]+)?[0-9a-z]{4}(?:[\s–—-]*[0-9a-z]{4}){3,4}\s*$/im;

/** Whether this is meant to be one, rather than an invitation. It may be mistyped. */
export function isRecoverySheet(text: string): boolean {
  return !text.includes('standpoint-join:') && likeLine.test(text);
}

/**
 * @param text as it was typed: all lines, with or without their numbers, hyphens and spaces; or the whole
 *   sheet as it was saved
 * Throws `ExpectedFailure` with `damaged`, naming the line, or `newer-program`.
 */
export function readRecoveryLines(text: string): RecoverySecret {
  const [, saved] = /^```\w*\n([\s\S]*?)^```/m.exec(text) ?? [];
  const lines = (saved ?? text).split('\n').flatMap((line) => {
    const letters = lettersIn(line);
    return letters === '' ? [] : [letters];
  });
  if (lines.length !== lineCount) {
    throw damaged(`A recovery sheet has ${lineCount} lines, and ${lines.length} are here.`);
  }
  const whole = Buffer.concat(lines.map(bytesOf));
  if ((whole[0] ?? 0) > version) {
    throw new ExpectedFailure(
      'newer-program',
      'This recovery sheet was printed by a newer Standpoint. Update Standpoint to use it.'
    );
  }
  const body = whole.subarray(0, 1 + 16 + 32 + 32);
  const sum = sha256Of(body).subarray(0, whole.length - body.length);
  if (whole[0] !== version || !isEqual(sum, whole.subarray(body.length))) {
    throw damaged('Each line is right, but they are not all of one sheet.');
  }
  return {
    library: toHex(body.subarray(1, 17)),
    founder: new Uint8Array(body.subarray(17, 49)),
    identity: bech32.encodeFromBytes(prefix, body.subarray(49)).toUpperCase()
  };
}

/** Without the line's number; what looks alike is taken for what the sheet uses. */
function lettersIn(line: string): string {
  const letters = line
    .toUpperCase()
    .replace(/^\s*[1-9][\s.:)]+/, '')
    .replace(/[\s-–—.]/g, '');
  return letters.replaceAll('O', '0').replace(/[IL]/g, '1');
}

function bytesOf(letters: string, index: number): Uint8Array {
  const isWhole = new RegExp(`^[0-9A-HJKMNP-TV-Z]{${lettersOfLine}}$`).test(letters);
  if (!isWhole) {
    throw damaged(
      `Line ${index + 1} has to be ${lettersOfLine} letters and digits, without the letter U.`
    );
  }
  const bytes = base32crockford.decode(letters.slice(0, 16));
  if (checkOf(index, bytes) === letters.slice(16)) return bytes;
  throw damaged(`Line ${index + 1} is mistyped, or stands in the wrong place.`);
}

/** Of the line at its place, as four letters. */
function checkOf(index: number, bytes: Uint8Array): string {
  const sum = sha256Of(`standpoint sheet line ${index + 1}\n`, bytes);
  return base32crockford.encode(sum.subarray(0, 5)).slice(0, 4);
}

function damaged(what: string): ExpectedFailure {
  return new ExpectedFailure(
    'damaged',
    `${what} Look at the sheet again; nothing was changed here.`
  );
}
