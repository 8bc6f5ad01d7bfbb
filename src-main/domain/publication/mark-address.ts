/**
 * Marked words are printed as links to an address that names their annotations, since a link is all
 * that Chromium carries into a PDF with its place. They become highlights there.
 */
import { Id } from '../id.js';

const scheme = 'urn:standpoint:mark:';

export function markAddress(ids: readonly Id[]): string {
  return scheme + ids.join('+');
}

/** None for any other address. */
export function idsInMarkAddress(address: string): readonly Id[] {
  if (!address.startsWith(scheme)) return [];
  return address
    .slice(scheme.length)
    .split('+')
    .flatMap((id) => Id.safeParse(id).data ?? []);
}
