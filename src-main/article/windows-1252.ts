/**
 * Bytes of Western European text → its letters, as the Encoding Standard reads Windows-1252
 * (https://encoding.spec.whatwg.org/#windows-1252). A table of our own: the decoder of Node 20 reads
 * such bytes as Latin-1, and loses quotation marks, dashes and the euro sign.
 */

/** Of the bytes 0x80 to 0x9f; one that stands for no letter is the control character of its number. */
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f' + '\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A UTF-16 unit for each byte. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => letters[letter.charCodeAt(0) - 0x80] ?? letter);
}
