/**
 * The names of everything in a library's folder. Pure: touches no disk.
 *
 *     wal-<000001>.log         the latest changes, which the files may lack yet
 *     b/<00-ff>/<id>.json      the briefings, each with a second copy, <id>.json.bak
 *     bin/<00-ff>/<id>.json    deleted briefings
 *     versions/<id>/           earlier states of a briefing
 *     manifest/                what the list shows, by shard and in one file: derived
 *     register.json            what is said of the library as a whole, with a second copy
 *     texts/<sha256>           source texts, immutable
 *     originals/<sha256>       the files that texts were read from, immutable
 *     quarantine/              files that were found damaged
 */
import { createHash, randomBytes } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { Id } from '../domain/base/values.js';

/** Where briefings lie: in use, or deleted and waiting in the bin. */
export type Shelf = 'b' | 'bin';

/** Where what is named by its hash lies: texts of sources, and the files that they were read from. */
export type KeptShelf = 'texts' | 'originals';

export const shards: readonly string[] = Array.from({ length: 256 }, (_, i) =>
  i.toString(16).padStart(2, '0')
);

export function shardOf(id: Id): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 2);
}

export function briefingPath(root: string, shelf: Shelf, id: Id): string {
  return join(root, shelf, shardOf(id), `${id}.json`);
}

export function segmentPath(root: string, segment: number): string {
  return join(root, `wal-${String(segment).padStart(6, '0')}.log`);
}

/** `null` for a file that is no segment of the log. */
export function segmentOfFile(name: string): number | null {
  const digits = /^wal-(\d{6,})\.log$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

export function keptPath(root: string, shelf: KeptShelf, hash: string): string {
  return join(root, shelf, hash);
}

/** Where a damaged file goes. The name tells which file it was; the random part keeps all of them. */
export function quarantinePath(root: string, path: string): string {
  const name = relative(root, path).split(sep).join('-');
  return join(root, 'quarantine', `${name}.${randomBytes(4).toString('hex')}`);
}

/** The briefing that a file in a shard belongs to; `null` for a file that is none of ours. */
export function idOfFile(name: string): Id | null {
  const id = Id.safeParse(name.split('.', 1)[0]);
  return id.success && name.startsWith(`${id.data}.json`) ? id.data : null;
}

/** As shown to people: relative to the library, with forward slashes. */
export function shownPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}
