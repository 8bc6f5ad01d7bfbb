/** File names from titles, safe on Windows, macOS and Linux. */
import type { Edition, Shows } from '../domain/publication/edition.js';

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

const templates = {
  full: 'full briefing',
  brief: 'one-page brief',
  positions: 'positions',
  changes: 'changes'
} as const;

/**
 * As `fileNameFor`, with what tells this document from others of its briefing: its template, and that it is its
 * author’s own. Of data only what is without private words says so, since no template makes it.
 */
export function documentNameFor(
  title: string,
  { template, profile }: Pick<Edition, 'template' | 'profile'>,
  shows: Shows
): string {
  const isPdf = shows === 'pdf';
  const parts =
    shows === 'data'
      ? [profile === 'audience' && 'for an audience']
      : [isPdf && templates[template], profile === 'full' && 'own copy'];
  return [fileNameFor(title), ...parts].filter((part) => part !== false).join(', ');
}

/** Up to the end of a word, unless that is far away, as in Chinese. */
function shortened(name: string): string {
  if (name.length <= maxLength) return name;
  const cut = name.slice(0, maxLength).replace(/\p{Surrogate}$/u, '');
  if (/^\s/u.test(name.slice(cut.length))) return cut;
  const space = cut.lastIndexOf(' ');
  return space > maxLength / 2 ? cut.slice(0, space) : cut;
}
