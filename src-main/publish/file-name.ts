/** A file name from a title, safe on Windows, macOS and Linux. */

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** UTF-16 units; leaves room for an ending within the 255 bytes of most file systems, also in Chinese. */
const maxLength = 80;

/** Without an ending. Never empty. */
export function fileNameFor(title: string): string {
  const name = title
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, maxLength)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/^[ .]+|[ .]+$/g, '');
  return name === '' || reserved.test(name) ? 'Briefing' : name;
}
