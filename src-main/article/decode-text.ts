/**
 * Bytes → text, or a sentence that says why they are none.
 *
 * Valid UTF-8 is text, whatever characters it holds: a NUL alone refuses nothing. UTF-16 is known by
 * its byte order mark. Bytes that are neither are told apart into binary files, damaged UTF-8, and text
 * as older programs write it, which is read as Western European and said so.
 */
import { ExpectedFailure } from '../domain/base/result.js';
import { refuseOtherFiles } from './file-signatures.js';
import { decodeWindows1252 } from './windows-1252.js';

export interface DecodedText {
  /** With its byte order mark, so that offsets hold. */
  readonly text: string;
  /** Whether its UTF-8 is the bytes that it was read from. */
  readonly isVerbatim: boolean;
  /** A sentence that says how its letters were guessed; `null` where nothing was. */
  readonly guess: string | null;
}

/** Throws an `ExpectedFailure` for what is no text, and for damaged text. */
export function decodeText(name: string, bytes: Uint8Array): DecodedText {
  const marked = utf16Of(bytes);
  // The mark of UTF-16 begins no other file that is known here.
  if (marked === null) refuseOtherFiles(name, bytes, 'text');
  const text = decodeStrictly(bytes, marked ?? 'utf-8');
  if (text !== null) return { text, isVerbatim: marked === null, guess: null };
  if (marked !== null || isMostlyUtf8(bytes)) throw damaged(name, bytes, marked ?? 'utf-8');
  const guessed = decodeWindows1252(bytes);
  if (/[^\P{Cc}\t\n\f\r]/u.test(guessed)) {
    throw new ExpectedFailure('binary-file', `${name} looks like a binary file, not text.`);
  }
  const guess = `${name} does not say how its letters are written, so it was read as Western European (Windows-1252). If letters look wrong, save it as UTF-8 in the program that it comes from, and take it in again.`;
  return { text: guessed, isVerbatim: false, guess };
}

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be';

/** `null` where some of the bytes are no such text. */
function decodeStrictly(bytes: Uint8Array, encoding: Unicode): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}

/** By its byte order mark; `null` where there is none of UTF-16. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Whether as many of its letters beyond ASCII are UTF-8 as are none: by chance other text hardly has one. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const beyond = decodeLoosely(bytes, 'utf-8').match(/[^\0-\x7f]/gu) ?? [];
  const faults = beyond.filter((letter) => letter === '\ufffd').length;
  return beyond.length > faults && beyond.length - faults >= faults;
}

function decodeLoosely(bytes: Uint8Array, encoding: Unicode): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function damaged(name: string, bytes: Uint8Array, encoding: Unicode): ExpectedFailure {
  const read = decodeLoosely(bytes, encoding);
  const line = read.slice(0, read.indexOf('\ufffd')).split('\n').length;
  return new ExpectedFailure(
    'damaged-text',
    `${name} is damaged: line ${line} has a letter that cannot be read. Open it in the program that it comes from, save it as UTF-8, and try again.`
  );
}

/** How much of a text, 0 to 1, is control characters other than tab, line ends and form feed. */
export function controlShare(text: string): number {
  const controls = text.match(/[^\P{Cc}\t\n\f\r\x7f-\x9f]/gu) ?? [];
  return controls.length / Math.max(1, text.length);
}
