/**
 * Bytes of a web page → its text, in the encoding that the page names.
 *
 * The order of the HTML standard (https://html.spec.whatwg.org/#determining-the-character-encoding):
 * byte order mark, `<meta>` in the first kilobytes, else UTF-8. Nothing is guessed: a page that names
 * none and is not UTF-8 is refused, since a wrong guess would garble names and quotes.
 */
import { ExpectedFailure } from '../../domain/base/result.js';
import { decodeText } from '../decode-text.js';

/** The standard looks at 1,024 bytes; old pages open with longer comments. */
const searched = 8_192;

/** Throws an `ExpectedFailure` that names the encoding and what is wrong with it. */
export function decodeHtml(name: string, bytes: Uint8Array): string {
  const named = encodingOf(bytes);
  if (named === null) return decodeText(name, bytes).replace(/^\ufeff/, '');
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ExpectedFailure(
        'unknown-encoding',
        `${name} says that it is written in “${named}”, which is not known here. Save it as UTF-8 and try again.`
      );
    }
    if (!(error instanceof TypeError)) throw error;
    throw new ExpectedFailure(
      'wrong-encoding',
      `${name} says that it is written in “${named}”, but is not. Save it as UTF-8 and try again.`
    );
  }
}

/** `null`: none is named, or UTF-8, whose faults are told more exactly elsewhere. */
function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, searched)).toString('latin1');
  const named =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]{1,40})/i.exec(head)?.[1] ??
    /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']{1,40})/i.exec(head)?.[1];
  // A page that names UTF-16 in letters of one byte cannot be in it; the standard takes it for UTF-8.
  return named === undefined || /^utf-?(8|16(le|be)?)$/i.test(named) ? null : named.toLowerCase();
}
