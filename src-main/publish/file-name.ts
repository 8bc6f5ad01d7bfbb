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
    .trim();
  const short = shortened(name).replace(/^[ .]+|[ .]+$/g, '');
  return short === '' || reserved.test(short) ? 'Briefing' : short;
}

/** Up to the end of a word, unless that is far away, as in Chinese. */
function shortened(name: string): string {
  if (name.length <= maxLength) return name;
  const cut = name.slice(0, maxLength).replace(/\p{Surrogate}$/u, '');
  if (/^\s/u.test(name.slice(cut.length))) return cut;
  const space = cut.lastIndexOf(' ');
  return space > maxLength / 2 ? cut.slice(0, space) : cut;
}
