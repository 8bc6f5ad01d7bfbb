/** Where a reader of a shared folder is: how far in the rows of each device. Pure. */
import type { Cursor } from '../carrier.js';
import type { RowPlace } from './read-rows.js';

type Places = Readonly<Record<string, RowPlace>>;

export function writeCursor(places: Places): Cursor {
  const parts = Object.entries(places).map(([device, { segment, at, n }]) =>
    [device, segment, at, n].join('.')
  );
  return `folder ${parts.join(' ')}`;
}

/** `null` for the beginning, and for what another carrier wrote. */
export function readCursor(cursor: Cursor | null): Places | null {
  const [kind, ...parts] = cursor?.split(' ') ?? [];
  if (kind !== 'folder') return null;
  const read = parts.filter(Boolean).map((part) => {
    const [device = '', ...numbers] = part.split('.');
    const [segment = 1, at = 0, n = 0] = numbers.map(Number);
    return [device, { segment, at, n }] as const;
  });
  return Object.fromEntries(read);
}
