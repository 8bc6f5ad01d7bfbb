/**
 * The copies of one file: itself, its backup, and what an interrupted save left. Says which are
 * good, reads only, and never falls back to an empty default.
 */
import { basename, dirname, join } from 'node:path';
import { DamagedFile } from './envelope.js';
import { type FileSystem, namesIn, readIfThere } from '../disk/file-system.js';
import { backupOf, isTemporaryOf } from '../disk/write-durably.js';

export interface Copy<T> {
  readonly path: string;
  readonly kind: 'main' | 'backup' | 'temporary';
  readonly bytes: Uint8Array;
  /** `null` when the copy is damaged. */
  readonly value: T | null;
  /** How the damage shows; `null` when the copy is good. */
  readonly damage: string | null;
}

/** Turns bytes into a value or throws `DamagedFile`. */
export type Decode<T> = (bytes: Uint8Array) => T;

/** `null` when there is no such file. */
export async function readCopy<T>(
  path: string,
  kind: Copy<T>['kind'],
  decode: Decode<T>,
  fs: FileSystem
): Promise<Copy<T> | null> {
  const bytes = await readIfThere(path, fs);
  if (bytes === null) return null;
  try {
    return { path, kind, bytes, value: decode(bytes), damage: null };
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    return { path, kind, bytes, value: null, damage: error.message };
  }
}

/** Every copy that is there, the file itself first. */
export async function readCopies<T>(
  path: string,
  decode: Decode<T>,
  fs: FileSystem
): Promise<readonly Copy<T>[]> {
  const folder = dirname(path);
  const temporaries = (await namesIn(folder, fs)).filter((name) =>
    isTemporaryOf(basename(path), name)
  );
  const copies = [
    await readCopy(path, 'main', decode, fs),
    await readCopy(backupOf(path), 'backup', decode, fs)
  ];
  for (const name of temporaries) {
    copies.push(await readCopy(join(folder, name), 'temporary', decode, fs));
  }
  return copies.filter((copy) => copy !== null);
}

/** The file itself if it is good, else the newest good copy, the backup before others of its age. */
export function bestCopy<T extends { readonly revision: number }>(
  copies: readonly Copy<T>[]
): (Copy<T> & { readonly value: T }) | null {
  let best: (Copy<T> & { readonly value: T }) | null = null;
  for (const copy of copies) {
    if (copy.value === null) continue;
    const good = { ...copy, value: copy.value };
    if (good.kind === 'main') return good;
    if (!best || good.value.revision > best.value.revision) best = good;
  }
  return best;
}
