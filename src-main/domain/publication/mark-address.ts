/**
 * Marked words are printed as links to an address that names their annotations, since a link is all
 * that Chromium carries into a PDF with its place. They become highlights there.
 */
import { Id } from '../base/id.js';

const scheme = 'urn:standpoint:mark:';

export function markAddress(ids: readonly Id[]): string {
  return scheme + ids.join('+');
}

/** The address in a chapter of a book, where another may hold the same annotation. */
export function inChapter(address: string, prefix: string): string {
  if (!address.startsWith(scheme)) return address;
  const ids = address.slice(scheme.length).split('+');
  return scheme + ids.map((id) => prefix + id).join('+');
}

/** Each id behind its chapter's prefix, if it has one. None for any other address. */
export function idsInMarkAddress(address: string): readonly string[] {
  if (!address.startsWith(scheme)) return [];
  return address
    .slice(scheme.length)
    .split('+')
    .filter((name) => Id.safeParse(name.replace(/^b\d+-/, '')).success);
}
