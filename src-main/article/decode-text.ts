/**
 * Bytes → text, or a sentence that says why they are none.
 *
 * Valid UTF-8 is text, whatever characters it holds: a NUL alone refuses nothing. Bytes that are
 * not valid UTF-8 are told apart into binary files, other encodings and damaged text, because
 * each asks for something else from the person.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import { refuseOtherFiles } from './file-signatures.js';

/** Keeps a byte order mark, so that offsets hold. Throws an `ExpectedFailure` for what is no text. */
export function decodeText(name: string, bytes: Uint8Array): string {
  refuseOtherFiles(name, bytes, 'text');
  try {
    return strictDecoder().decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw explainInvalid(name, bytes);
  }
}

function strictDecoder() {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

function explainInvalid(name: string, bytes: Uint8Array): ExpectedFailure {
  if (startsLikeUtf16(bytes)) {
    return new ExpectedFailure(
      'not-utf8',
      `${name} is UTF-16 text. Save it as UTF-8 and try again.`
    );
  }
  if (controlShare(bytes.subarray(0, 8_192)) > 0.02) {
    return new ExpectedFailure('binary-file', `${name} looks like a binary file, not text.`);
  }
  const valid = validLength(bytes);
  const prefix = strictDecoder().decode(bytes.subarray(0, valid), { stream: true });
  // What the decoder holds back is the start of the character that does not come off.
  const at = Buffer.byteLength(prefix);
  const line = prefix.split('\n').length;
  const what = valid === bytes.length ? 'ends in the middle of a character' : 'is not valid UTF-8';
  return new ExpectedFailure(
    'not-utf8',
    `${name} ${what} (byte ${at + 1}, line ${line}). Save it as UTF-8 and try again.`
  );
}

function startsLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** How much of the bytes, 0 to 1, is control characters other than tab, line ends and form feed. */
export function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls++;
  }
  return controls / Math.max(1, bytes.length);
}

/** How many bytes from the start are well-formed; a character cut off by the end counts as well-formed. */
function validLength(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isWellFormedPrefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function isWellFormedPrefix(bytes: Uint8Array): boolean {
  try {
    strictDecoder().decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return false;
  }
}
